package vn.gdnn.newswire.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core (https://github.com/dequelabs/axe-core), which knows most of what shuts readers out. */
final class Axe {

  private static final String SCRIPT = script();

  /** WCAG 2.1 A and AA, and good practice. */
  private static final String RUN =
      """
      async only => {
        const what = only ? {type: 'rule', values: only}
            : {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']};
        const found = await axe.run(document, {runOnly: what, resultTypes: ['violations']});
        return found.violations.map(v => v.id + ': ' + v.help + ' – '
            + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '));
      }
      """;

  private Axe() {}

  /** What it finds; right is nothing. */
  static List<String> findings(Page page) {
    page.evaluate(SCRIPT);
    return strings(page.evaluate(RUN));
  }

  /** The same of colours alone, once it has looked at all. */
  static List<String> findingsInColours(Page page) {
    return strings(page.evaluate(RUN, List.of("color-contrast", "link-in-text-block")));
  }

  private static List<String> strings(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      // A value that can be handed over must come last.
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          + "\n;true";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
