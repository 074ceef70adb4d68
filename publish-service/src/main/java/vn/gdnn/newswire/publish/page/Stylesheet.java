package vn.gdnn.newswire.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one stylesheet, and the site's mark for tabs and bookmarks. */
@Controller
class Stylesheet {

  private static final String CSS = "/newswire.css";
  private static final String ICON = "/icon.svg";

  private final Asset css = Asset.read(CSS, "text/css; charset=utf-8");
  private final Asset icon = Asset.read(ICON, "image/svg+xml; charset=utf-8");

  /** The stylesheet's address on the site. */
  String path() {
    return css.path();
  }

  /** The mark's address on the site. */
  String icon() {
    return icon.path();
  }

  @GetMapping(CSS)
  void get(HttpServletRequest request, HttpServletResponse response) {
    css.bytes().send(request, response);
  }

  @GetMapping(ICON)
  void icon(HttpServletRequest request, HttpServletResponse response) {
    icon.bytes().send(request, response);
  }
}
