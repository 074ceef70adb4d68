package vn.gdnn.newswire.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast a feed is served beside nginx.
 *
 * @param machine where
 * @param servers which, and with what settings
 * @param rounds how often each was measured
 * @param seconds how long each time
 * @param feed which feed
 * @param bytes its size
 * @param zipped its size gzipped
 * @param whole answers with the bytes
 * @param held answers that say that they did not change
 */
public record FeedReport(
    Machine machine,
    String servers,
    int rounds,
    int seconds,
    String feed,
    int bytes,
    int zipped,
    Beside whole,
    Beside held) {

  /** The part of nginx's rate that is wanted, and that is aimed for. */
  private static final String GOAL = "goal 0.35, aim 0.80";

  /**
   * Answers a second of both, measured in turn.
   *
   * @param nginx nginx's
   * @param newswire publish-service's
   * @param ratio of each round
   */
  public record Beside(Samples nginx, Samples newswire, Samples ratio) {

    /** Sums up the rounds: what was measured of both, in the same order. */
    public static Beside of(List<Double> nginx, List<Double> newswire) {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < nginx.size(); i++) {
        ratios.add(newswire.get(i) / nginx.get(i));
      }
      return new Beside(Samples.of(nginx), Samples.of(newswire), Samples.of(ratios));
    }
  }

  /** For people. */
  public String table() {
    List<String> lines = new ArrayList<>();
    lines.add(machine.words());
    lines.add(
        line(
            "Load of the minute before %.2f, of the last %.2f, the benchmark's own 2 in it.%s",
            machine.loadBefore(),
            machine.loadAfter(),
            machine.loadBefore() > 0.5 ? " OTHER PROGRAMS RAN." : ""));
    lines.add(servers);
    lines.add(
        line(
            "%s, %,d bytes, gzipped %,d; wrk -t1 -c32, %d s each, in turn; median of %d, lowest and"
                + " highest in brackets.",
            feed, bytes, zipped, seconds, rounds));
    add(lines, "200, gzipped", whole);
    add(lines, "304, If-None-Match", held);
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String what, Beside beside) {
    lines.add("");
    lines.add("Answers a second: " + what);
    lines.add(row("  nginx", beside.nginx().words("%,.0f"), ""));
    lines.add(row("  publish-service", beside.newswire().words("%,.0f"), ""));
    lines.add(row("  ratio", beside.ratio().words("%.2f"), GOAL));
  }

  private static String row(String what, String measured, String goal) {
    return line("%-20s %-34s %s", what, measured, goal).stripTrailing();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
