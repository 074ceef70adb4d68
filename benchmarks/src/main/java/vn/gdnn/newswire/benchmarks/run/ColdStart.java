package vn.gdnn.newswire.benchmarks.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.gdnn.newswire.enrich.ArticleTagger;

/**
 * A fresh Java process that loads registry and model once.
 *
 * @param millis by the clock, from nothing of the tagger being loaded to its being ready
 * @param processorMillis of that, what the one thread that loads had a processor for
 * @param heapBytes what registry, model and all that is made of them hold, after collecting garbage
 */
public record ColdStart(double millis, double processorMillis, long heapBytes) {

  /** Loads, and prints milliseconds and bytes. */
  public static void main(String... args) {
    long before = heldBytes();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long processor = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    ArticleTagger tagger = Given.tagger(args.length > 0 ? args[0] : "");
    double millis = (System.nanoTime() - start) / 1e6;
    double processorMillis = (threads.getCurrentThreadCpuTime() - processor) / 1e6;
    long held = heldBytes() - before;
    Reference.reachabilityFence(tagger);
    new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        .println(millis + " " + processorMillis + " " + held);
  }

  private static long heldBytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /**
   * Starts such a process and waits for it.
   *
   * @param registry the folder of the registry; empty for the packaged one
   */
  public static ColdStart measured(String registry) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.add(ColdStart.class.getName());
    command.add(registry);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("a cold start failed: " + said);
      }
      String[] numbers = said.strip().split(" ", -1);
      return new ColdStart(
          Double.parseDouble(numbers[0]),
          Double.parseDouble(numbers[1]),
          Long.parseLong(numbers[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
