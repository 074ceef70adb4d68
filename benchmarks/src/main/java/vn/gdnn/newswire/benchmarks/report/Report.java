package vn.gdnn.newswire.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All that was measured.
 *
 * @param machine where
 * @param rounds how often each thing was measured
 * @param articles how many articles were tagged
 * @param characters UTF-16 code units in them
 * @param speed characters a second on one thread
 * @param growth how time grows with the text
 * @param registries how it grows with the registry
 */
public record Report(
    Machine machine,
    int rounds,
    int articles,
    long characters,
    Speed speed,
    List<Growth> growth,
    List<OfRegistry> registries) {

  /** Copies the lists. */
  public Report {
    growth = List.copyOf(growth);
    registries = List.copyOf(registries);
  }

  /**
   * Characters a second of both taggers, measured in turn: a second of processor time, which on an
   * idle machine is a second.
   *
   * @param newswire this tagger's
   * @param newswireByClock this tagger's by the clock
   * @param openNlp OpenNLP's
   * @param openNlpByClock OpenNLP's by the clock
   * @param ratio of each round, in processor time
   */
  public record Speed(
      Samples newswire,
      Samples newswireByClock,
      Samples openNlp,
      Samples openNlpByClock,
      Samples ratio) {}

  /**
   * What a character takes in texts of a length.
   *
   * @param length UTF-16 code units
   * @param micros microseconds of processor time a character
   */
  public record Growth(int length, Samples micros) {}

  /**
   * What a registry costs.
   *
   * @param entries how many entries it has
   * @param perSecond characters a second of processor time with it
   * @param loadMillis by the clock, to load it and the model in a fresh process
   * @param loadProcessorMillis of that, what the loading thread had a processor for
   * @param heapMib what they hold
   */
  public record OfRegistry(
      int entries,
      Samples perSecond,
      Samples loadMillis,
      Samples loadProcessorMillis,
      Samples heapMib) {}

  /** The most that a character's time differs from that in the shortest texts, as a share. */
  public double largestDeviation() {
    double first = growth.get(0).micros().median();
    return growth.stream()
        .mapToDouble(row -> Math.abs(row.micros().median() / first - 1))
        .max()
        .orElse(0);
  }

  /** How many times slower the tagger is with the last registry than with the first. */
  public double slowdown() {
    return registries.get(0).perSecond().median()
        / registries.get(registries.size() - 1).perSecond().median();
  }

  /** For people. */
  public String table() {
    List<String> lines = new ArrayList<>();
    lines.add(machine.words());
    lines.add(
        line(
            "Load of the minute before %.2f, of the last %.2f, the benchmark's own 1 in it.%s",
            machine.loadBefore(),
            machine.loadAfter(),
            machine.wasBusy() ? " OTHER PROGRAMS RAN: trust processor time, not the clock." : ""));
    lines.add(
        line(
            "Median of %d, lowest and highest in brackets; one thread; %d articles, %,d characters.",
            rounds, articles, characters));
    lines.add("");
    speed(lines);
    lines.add("");
    growth(lines);
    lines.add("");
    registries(lines);
    return String.join("\n", lines);
  }

  private void speed(List<String> lines) {
    lines.add("Characters a second of processor time, side by side");
    lines.add(row("  this tagger", perSecond(speed.newswire()), "goal 1,500,000"));
    lines.add(row("    by the clock", perSecond(speed.newswireByClock()), ""));
    lines.add(row("  OpenNLP", perSecond(speed.openNlp()), ""));
    lines.add(row("    by the clock", perSecond(speed.openNlpByClock()), ""));
    lines.add(
        row(
            "  ratio",
            line(
                "%.1f (%.1f…%.1f)",
                speed.ratio().median(), speed.ratio().lowest(), speed.ratio().highest()),
            "goal 8, aim 20"));
  }

  private void growth(List<String> lines) {
    lines.add("Microseconds of processor time a character, by the text's length");
    double first = growth.get(0).micros().median();
    for (Growth row : growth) {
      Samples micros = row.micros();
      lines.add(
          row(
              line("  %,d", row.length()),
              micros.words("%.4f"),
              line("× %.2f", micros.median() / first)));
    }
    lines.add(row("  largest deviation", line("%.0f %%", 100 * largestDeviation()), "goal 20 %"));
  }

  private void registries(List<String> lines) {
    lines.add("By the registry's size");
    for (OfRegistry registry : registries) {
      boolean today = registry == registries.get(0);
      lines.add(line("  %,d entries%s", registry.entries(), today ? " (today's)" : " (made up)"));
      lines.add(row("    characters a second", perSecond(registry.perSecond()), ""));
      lines.add(
          row(
              "    ms to load, cold",
              registry.loadProcessorMillis().words("%,.0f"),
              today ? "goal 500" : ""));
      lines.add(row("      by the clock", registry.loadMillis().words("%,.0f"), ""));
      lines.add(
          row("    MiB of heap held", registry.heapMib().words("%,.1f"), today ? "goal 64" : ""));
    }
    lines.add(row("  times slower", line("%.2f", slowdown()), "goal 2"));
  }

  private static String perSecond(Samples samples) {
    return samples.words("%,.0f");
  }

  private static String row(String what, String measured, String goal) {
    return line("%-26s %-36s %s", what, measured, goal).stripTrailing();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
