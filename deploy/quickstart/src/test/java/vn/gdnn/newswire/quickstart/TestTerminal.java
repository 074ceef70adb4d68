package vn.gdnn.newswire.quickstart;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs commands as {@code main} does, and keeps what they print. */
final class TestTerminal {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  int run(Map<String, String> environment, Path checkout, String... args) {
    Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
    return Gdnn.run(environment, checkout, terminal, args);
  }

  /** Standard output. */
  String results() {
    return out.toString();
  }

  List<String> resultLines() {
    return out.toString().lines().toList();
  }

  /** Standard error. */
  String people() {
    return err.toString();
  }
}
