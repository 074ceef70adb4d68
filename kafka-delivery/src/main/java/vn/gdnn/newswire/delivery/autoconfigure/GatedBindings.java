package vn.gdnn.newswire.delivery.autoconfigure;

import java.util.Map;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * The input bindings, started by the topic gate and not with the context: to make a binding asks
 * the broker for partitions, which blocks for minutes while it is away, and then ends the service.
 */
class GatedBindings extends InputBindingLifecycle {

  GatedBindings(BindingService bindingService, Map<String, Bindable> bindables) {
    super(bindingService, bindables);
  }

  @Override
  public boolean isAutoStartup() {
    return false;
  }
}
