package vn.gdnn.newswire.publish.mongo;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.delivery.WorldFault;

/**
 * Looks again and again which version the store's documents are of. When a newer build has written
 * there, this one reads no more events, so that their partitions go to the newer one, and goes on
 * serving. Else it brings older documents up to date: for some minutes, since instances of the
 * build before may go on writing while they are replaced one by one.
 *
 * <p>In a thread of its own: a pass through a large store takes its time, and embargoes wait for
 * nobody.
 */
@Component
class SchemaWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaWatch.class);
  private static final Duration PASSES_FOR = Duration.ofMinutes(10);

  private final Store store;
  private final Migration migration;
  private final ObjectProvider<BindingsLifecycleController> bindings;
  private final ObjectProvider<BindingServiceProperties> names;
  private final Counter migrated;
  private final Duration pause;
  private volatile @Nullable Thread thread;
  private boolean told;

  SchemaWatch(
      Store store,
      ObjectProvider<BindingsLifecycleController> bindings,
      ObjectProvider<BindingServiceProperties> names,
      MeterRegistry meters,
      @Value("${newswire.schema.look-every:15s}") Duration pause) {
    this.store = store;
    this.pause = pause;
    this.migration = new Migration(store);
    this.bindings = bindings;
    this.names = names;
    this.migrated =
        Counter.builder("articles.documents.migrated")
            .description("Documents of an earlier version, rewritten in the shape of this one")
            .register(meters);
  }

  @Override
  public void start() {
    Thread watch = new Thread(this::watch, "schema-watch");
    watch.setDaemon(true);
    thread = watch;
    watch.start();
  }

  @Override
  public void stop() {
    Thread watch = thread;
    thread = null;
    if (watch != null) {
      watch.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    long end = System.nanoTime() + PASSES_FOR.toNanos();
    while (isRunning()) {
      try {
        look(System.nanoTime() < end);
      } catch (MongoException | WorldFault away) {
        // Health says so; the documents are looked at again.
        LOG.debug("the store's version can't be told now", away);
      }
      try {
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException stopping) {
        return;
      }
    }
  }

  private void look(boolean migrating) {
    store.look();
    if (store.tooNew().isPresent()) {
      stopReading(store.tooNew().get());
    } else if (migrating) {
      int rewritten = migration.pass();
      if (rewritten > 0) {
        migrated.increment(rewritten);
        LOG.info("{} documents of an earlier version were rewritten", rewritten);
      }
    }
  }

  /** By name, each time: the bindings are started when the topics are right, which may be later. */
  private void stopReading(String why) {
    if (!told) {
      LOG.error(why);
      told = true;
    }
    bindings.ifAvailable(
        controller ->
            names.ifAvailable(
                all ->
                    all.getBindings().keySet().stream()
                        .flatMap(name -> controller.queryState(name).stream())
                        .filter(binding -> binding.isInput() && binding.isRunning())
                        .forEach(Binding::stop)));
  }
}
