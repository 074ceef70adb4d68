package vn.gdnn.newswire.benchmarks.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thread of wrk with 32 connections. */
public final class Wrk {

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

  private final Path program;
  private final int seconds;
  private final List<String> before;

  /**
   * Makes one.
   *
   * @param program where wrk is
   * @param seconds how long each run takes
   * @param before what the command begins with: a program that pins it, or nothing
   */
  public Wrk(Path program, int seconds, List<String> before) {
    this.program = program;
    this.seconds = seconds;
    this.before = List.copyOf(before);
  }

  /**
   * Answers a second.
   *
   * @throws IllegalStateException when an answer failed
   */
  public double rate(String address, List<String> headers) {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(program.toString(), "-t1", "-c32", "-d" + seconds + "s", "--timeout", "10s"));
    headers.forEach(header -> command.addAll(List.of("-H", header)));
    command.add(address);
    return rate(Programs.output(command));
  }

  static double rate(String output) {
    Matcher found = RATE.matcher(output);
    if (!found.find() || output.contains("Socket errors") || output.contains("Non-2xx")) {
      throw new IllegalStateException("wrk says:\n" + output.strip());
    }
    return Double.parseDouble(found.group(1));
  }
}
