package vn.gdnn.newswire.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What things cost at several sizes of the archive.
 *
 * @param machine where
 * @param store which engine
 * @param rounds how often each was measured
 * @param costs one for each thing and size
 */
public record ArchiveReport(Machine machine, String store, int rounds, List<Cost> costs) {

  /** Copies the list. */
  public ArchiveReport {
    costs = List.copyOf(costs);
  }

  /**
   * What a thing costs.
   *
   * @param what which thing
   * @param articles with so many in the archive
   * @param millis by the clock
   * @param reads that the store is asked, each a way there and back
   * @param writes the same
   */
  public record Cost(String what, int articles, Samples millis, Samples reads, Samples writes) {}

  /** For people. */
  public String table() {
    List<String> lines = new ArrayList<>();
    lines.add(machine.words());
    lines.add(
        line(
            "Load of the minute before %.2f, of the last %.2f. Store: %s.",
            machine.loadBefore(), machine.loadAfter(), store));
    lines.add(
        line(
            "Milliseconds, median of %d, lowest and highest in brackets; then what the store was"
                + " asked.",
            rounds));
    Map<String, List<Cost>> things = new LinkedHashMap<>();
    costs.forEach(cost -> things.computeIfAbsent(cost.what(), key -> new ArrayList<>()).add(cost));
    things.forEach(
        (what, sizes) -> {
          lines.add("");
          lines.add(what);
          double first = sizes.get(0).millis().median();
          sizes.forEach(cost -> lines.add(row(cost, first)));
        });
    return String.join("\n", lines);
  }

  private static String row(Cost cost, double first) {
    String writes =
        cost.writes().highest() == 0 ? "" : line(", %.0f writes", cost.writes().median());
    return line(
            "  %,9d articles  %9.1f (%.1f…%.1f)  %.0f reads%s  × %.1f",
            cost.articles(),
            cost.millis().median(),
            cost.millis().lowest(),
            cost.millis().highest(),
            cost.reads().median(),
            writes,
            cost.millis().median() / first)
        .stripTrailing();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
