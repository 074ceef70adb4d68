package vn.gdnn.newswire.quickstart.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.gdnn.newswire.quickstart.child.ChildMain;

/**
 * How a child's JVM is started: to be ready soon and to stay small, rather than to be fastest after
 * an hour.
 *
 * @param heapMib the heap's limit
 * @param classPath what it runs from
 */
record Jvm(int heapMib, String classPath) {

  /**
   * Kafka's broker gives mapped files back through sun.misc.Unsafe, which Java warns of from 24 on
   * and means to refuse later (JEP 498). Nobody here can do anything about it; Java 17 does not
   * know the option.
   */
  private static final int UNSAFE_IS_WARNED_OF = 24;

  List<String> command(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx" + heapMib + "m",
            "-Xss512k",
            // Give back what a start-up or a burst needed.
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:ReservedCodeCacheSize=48m",
            // A JVM out of memory is of no more use; a new one is.
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true"));
    if (Runtime.version().feature() >= UNSAFE_IS_WARNED_OF) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(ChildMain.class.getName());
    command.add(main);
    command.addAll(arguments);
    return command;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
