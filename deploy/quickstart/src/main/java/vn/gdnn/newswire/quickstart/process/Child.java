package vn.gdnn.newswire.quickstart.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A process to start and to watch.
 *
 * @param name what people call it
 * @param command program and arguments; made anew for each start, since a port may differ
 * @param environment variables beside the launcher's own
 * @param log where its output goes
 * @param ready whether it can be used now
 */
record Child(
    String name,
    java.util.function.Supplier<List<String>> command,
    Map<String, String> environment,
    Path log,
    BooleanSupplier ready) {

  Child {
    environment = Map.copyOf(environment);
  }
}
