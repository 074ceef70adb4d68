package vn.gdnn.newswire.publish.web;

import jakarta.servlet.http.HttpServletResponse;

/** Sends readers on from an address that was given up for good. */
public final class Moved {

  private Moved() {}

  /**
   * Answers 301.
   *
   * @param local the address on the site to go to
   */
  public static void to(String local, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
    response.setHeader("Location", local);
    // Not for ever: an editor may have been wrong.
    response.setHeader("Cache-Control", "public, max-age=86400");
  }
}
