package vn.gdnn.newswire.quickstart;

import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where words go: results to standard output, everything for a person to standard error.
 *
 * @param results a line each
 * @param people sentences and progress
 * @param live whether a person watches, so that a line may be written over
 */
record Terminal(PrintWriter results, PrintWriter people, boolean live) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ERASE = "\r\u001b[K";

  void result(String line) {
    people.flush();
    results.println(line);
    results.flush();
  }

  /** One object a line, as JSON. */
  void resultObject(Object object) {
    result(JSON.writeValueAsString(object));
  }

  synchronized void say(String sentence) {
    people.println((live ? ERASE : "") + sentence);
    people.flush();
  }

  /** Progress that the next one replaces; only where a person watches. */
  synchronized void progress(String line) {
    if (live) {
      people.print(ERASE + line);
      people.flush();
    }
  }

  void progressDone() {
    progress("");
  }
}
