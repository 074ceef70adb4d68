package vn.gdnn.newswire.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.CRC32;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.gdnn.newswire.publish.web.Representation;

/**
 * The one stylesheet. Pages name it with a checksum, so that a new one is not mistaken for the one
 * a browser keeps.
 */
@Controller
class Stylesheet {

  private static final String PATH = "/newswire.css";

  private final String path;
  private final Representation css;

  Stylesheet() {
    try (InputStream in = Stylesheet.class.getResourceAsStream("/static" + PATH)) {
      byte[] bytes = Objects.requireNonNull(in, PATH).readAllBytes();
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      path = PATH + "?v=" + Long.toHexString(checksum.getValue());
      css = Representation.lasting("text/css; charset=utf-8", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the stylesheet can't be read", e);
    }
  }

  /** Its address on the site. */
  String path() {
    return path;
  }

  @GetMapping(PATH)
  void get(HttpServletRequest request, HttpServletResponse response) {
    css.send(request, response);
  }
}
