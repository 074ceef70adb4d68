package vn.gdnn.newswire.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gdnn.newswire.browser.Room.Device;

/** Pages on paper, printed by somebody whose screen is dark. */
@Tag("browser")
@ExtendWith(Room.Key.class)
class PaperTest {

  /** Text lighter than a dark grey, and grounds that are not white, of all that is printed. */
  static final String NOT_BLACK_ON_WHITE =
      """
      () => {
        const light = colour => {
          const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
          return a === 0 ? 255 : (r + g + b) / 3;
        };
        return [document.documentElement, ...document.querySelectorAll('body, body *')]
            .filter(e => e.checkVisibility() && e.textContent.trim())
            .map(e => [e, getComputedStyle(e)])
            .filter(([e, s]) => light(s.color) > 80 || light(s.backgroundColor) < 250)
            .map(([e, s]) => e.tagName + '.' + e.className + ' ' + s.color + ' on '
                + s.backgroundColor + ': ' + e.textContent.trim().slice(0, 40));
      }
      """;

  @ParameterizedTest
  @EnumSource(
      value = PageKind.class,
      names = {"HOME", "ARTICLE", "CORRECTED", "WITHDRAWN", "PERSON", "MONTH", "SEARCH_FOUND"})
  void isBlackOnWhite(PageKind kind, Room room) {
    try (Visit visit = room.open(Device.DESKTOP, kind.path())) {
      visit
          .page()
          .emulateMedia(
              new Page.EmulateMediaOptions()
                  .setMedia(Media.PRINT)
                  .setColorScheme(ColorScheme.DARK));
      visit.print(kind.fileName());
      assertThat(visit.strings(NOT_BLACK_ON_WHITE)).isEmpty();
      assertThat(visit.page().locator("nav:visible, form:visible").count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PageKind.class,
      names = {"ARTICLE"})
  void namesItsTagsAndSaysWhereItIs(PageKind kind, Room room) {
    try (Visit visit = room.open(Device.DESKTOP, kind.path())) {
      Page page = visit.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("#trong-bai .entry-name").first().isVisible()).isTrue();
      assertThat(page.locator(".print-address").isVisible()).isTrue();
      assertThat(page.locator(".print-address").textContent()).contains(kind.path());
    }
  }
}
