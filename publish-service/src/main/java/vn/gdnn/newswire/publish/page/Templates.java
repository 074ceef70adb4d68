package vn.gdnn.newswire.publish.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.web.Representation;

/**
 * The Mustache templates, compiled at start. Values are escaped; a name that a view doesn't have
 * fails loudly.
 */
@Component
class Templates {

  private static final String FOLDER = "/templates/";
  private static final List<String> PAGES =
      List.of("home", "article", "withdrawn", "entity", "search", "archive", "message", "api");

  private final Map<String, Template> pages;

  Templates() {
    Mustache.Compiler compiler =
        Mustache.compiler().escapeHTML(true).strictSections(true).withLoader(Templates::source);
    pages = PAGES.stream().collect(Collectors.toMap(Function.identity(), compiler::loadTemplate));
  }

  /** Partials end without the line feed that ends their file: they stand in the middle of text. */
  private static Reader source(String name) throws IOException {
    try (InputStream in = Templates.class.getResourceAsStream(FOLDER + name + ".mustache")) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new StringReader(text.stripTrailing());
    }
  }

  /** A page. */
  Representation render(String page, Object view) {
    Template template = pages.get(page);
    if (template == null) {
      throw new IllegalArgumentException("no page " + page);
    }
    byte[] html = (template.execute(view) + "\n").getBytes(StandardCharsets.UTF_8);
    return Representation.of("text/html; charset=utf-8", html, null);
  }
}
