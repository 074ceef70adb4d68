package vn.gdnn.newswire.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page that is looked at, with all that the browser had to complain of since. */
final class Visit implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** What must not be wider than the window, and where it is: to say who is to blame. */
  private static final String TOO_WIDE =
      """
      () => {
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return [];
        const wide = [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
            .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40));
        return [root.scrollWidth + ' > ' + root.clientWidth, ...wide.slice(-3)];
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final int status;

  Visit(BrowserContext context, String address) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (!isTheStatusOfThePage(message.type(), message.text(), message.location())) {
            complaints.add("console " + message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
    page.onResponse(
        response -> {
          if (response.status() >= 400 && !response.request().isNavigationRequest()) {
            complaints.add(response.status() + ": " + response.url());
          }
        });
    Response response = page.navigate(address);
    this.status = response.status();
  }

  /** A page that says 404 is meant to; the browser tells the console of it all the same. */
  private boolean isTheStatusOfThePage(String type, String text, String location) {
    String place = location.replaceAll(":\\d+:\\d+$", "");
    return type.equals("error")
        && text.startsWith("Failed to load resource: the server responded with a status of")
        && place.equals(page.url());
  }

  Page page() {
    return page;
  }

  int status() {
    return status;
  }

  /** What console and network had to say; right is nothing. */
  List<String> complaints() {
    return complaints;
  }

  Visit at(int width, int height) {
    page.setViewportSize(width, height);
    return this;
  }

  /** As a reader has it who doubled the size of text; 100 puts it back. */
  Visit textSize(int percent) {
    page.evaluate("percent => document.documentElement.style.fontSize = percent + '%'", percent);
    return this;
  }

  Visit inTheDark() {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE));
    return this;
  }

  /** Whoever makes the page scroll sideways; right is nobody. */
  List<String> tooWide() {
    return strings(TOO_WIDE);
  }

  /** What a script answers as a list of texts. */
  List<String> strings(String script) {
    Object found = page.evaluate(script);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** The window alone, as it stands now. */
  void glance(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  void print(String name) {
    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(SCREENSHOTS.resolve(name + ".pdf")));
  }

  @Override
  public void close() {
    context.close();
  }
}
