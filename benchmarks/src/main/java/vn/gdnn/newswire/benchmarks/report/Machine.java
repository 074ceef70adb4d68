package vn.gdnn.newswire.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where it was measured, and what else the machine was doing.
 *
 * @param processor its name, as far as the system tells
 * @param processors how many this process may use
 * @param java the Java that ran
 * @param loadBefore processes that ran or wanted to in the minute before; negative when unknown
 * @param loadAfter the same in the last minute; one of them is the benchmark itself
 */
public record Machine(
    String processor, int processors, String java, double loadBefore, double loadAfter) {

  /** Others took this much of a processor: what is measured then is too slow. */
  private static final double BUSY = 0.3;

  /** The machine as it is now. */
  public static Machine now() {
    double load = load();
    String java =
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    return new Machine(name(), Runtime.getRuntime().availableProcessors(), java, load, load);
  }

  /** The same machine when all was measured. */
  public Machine atTheEnd() {
    return new Machine(processor, processors, java, loadBefore, load());
  }

  /** Whether other programs ran beside the benchmark, as far as the load tells. */
  public boolean wasBusy() {
    return loadBefore > BUSY || loadAfter > 1 + BUSY;
  }

  /** Processor and Java, a sentence. */
  String words() {
    return "%s, %d processors, %s.".formatted(processor, processors, java);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String name() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
