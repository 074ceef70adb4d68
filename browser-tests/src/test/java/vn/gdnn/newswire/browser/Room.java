package vn.gdnn.newswire.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.publish.faces.FacesServer;

/**
 * A browser and the site, for all tests of this module: {@code @ExtendWith(Room.Key.class)} opens
 * it once. Where there is no browser, tests are skipped, and one line says so.
 */
final class Room implements AutoCloseable {

  /** Where the samples' pictures are: another site, that is answered for here. */
  private static final String PICTURES = "https://anh-mau.example";

  private static final String PICTURE =
      "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='600'>"
          + "<rect width='900' height='600' fill='#7a8a99'/></svg>";

  private static final Logger LOG = LoggerFactory.getLogger(Room.class);

  private final Playwright playwright;
  private final Browser browser;
  private final FacesServer server;

  private Room(Path chromium) {
    server = new FacesServer();
    HardCases.put(server.news());
    // The browser is Debian's; Playwright would fetch one of its own.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--font-render-hinting=none", "--disable-gpu")));
  }

  /** What readers see, to be changed by a test that puts it back. */
  FacesServer server() {
    return server;
  }

  /** A page of the site on such a device, by daylight. */
  Visit open(Device device, String path) {
    return open(device, path, true);
  }

  Visit open(Device device, String path, boolean scripts) {
    return new Visit(context(device, scripts), server.address(path).toString());
  }

  /** A page that the site does not have, on a desk: for what the site's own must never be. */
  Visit open(String html) {
    String address = server.address("/mau").toString();
    BrowserContext context = context(Device.DESKTOP, true);
    context.route(
        address,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(html)));
    return new Visit(context, address);
  }

  private BrowserContext context(Device device, boolean scripts) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(device.width(), device.height())
                .setIsMobile(device.phone())
                .setHasTouch(device.phone())
                .setLocale("vi-VN")
                .setJavaScriptEnabled(scripts)
                .setColorScheme(ColorScheme.LIGHT));
    context.route(
        PICTURES + "/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("image/svg+xml").setBody(PICTURE)));
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.close();
  }

  /** What pages are read on. */
  enum Device {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    Device(int width, int height) {
      this.width = width;
      this.height = height;
    }

    int width() {
      return width;
    }

    int height() {
      return height;
    }

    boolean phone() {
      return this == PHONE;
    }
  }

  /** Opens the room and hands it to tests. */
  static final class Key implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(Room.class);

    @Override
    public void beforeAll(ExtensionContext context) {
      Optional<Path> chromium = Chromium.find();
      String why =
          "not run: %s: there is no Chromium here (Debian's package chromium, or GDNN_CHROMIUM)"
              .formatted(context.getRequiredTestClass().getSimpleName());
      if (chromium.isEmpty()) {
        LOG.warn(why);
      }
      Assumptions.assumeTrue(chromium.isPresent(), why);
      context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(Room.class, type -> new Room(chromium.orElseThrow()), Room.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Room.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context.getRoot().getStore(NAMESPACE).get(Room.class, Room.class);
    }
  }
}
