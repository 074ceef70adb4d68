package vn.gdnn.newswire.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of this module on pages that are not good: what finds nothing there finds nothing. */
@Tag("browser")
@ExtendWith(Room.Key.class)
class ChecksTest {

  private static final String LINKS = "<a href=\"#mau\">Mẫu</a> ".repeat(12);

  @Test
  void axeFindsAPictureWithoutWordsAndPaleText_alsoInTheDarkAlone(Room room) {
    String body = "<h1>Mẫu</h1><img src=\"data:,\"><p style=\"color: #bbb\">Chữ mẫu nhạt.</p>";
    try (Visit visit = room.open(html("", body))) {
      assertThat(Axe.findings(visit.page()))
          .anyMatch(finding -> finding.startsWith("image-alt: "))
          .anyMatch(finding -> finding.startsWith("color-contrast: "));
    }
    String dark = "@media (prefers-color-scheme: dark) { body { background: #111; color: #333 } }";
    try (Visit visit = room.open(html(dark, "<main><h1>Mẫu</h1></main>"))) {
      assertThat(Axe.findings(visit.page())).isEmpty();
      assertThat(Axe.findingsInColours(visit.inTheDark().page()))
          .singleElement()
          .asString()
          .startsWith("color-contrast: ");
    }
  }

  @Test
  void whatConsoleAndNetworkHaveToSayIsHeard(Room room) {
    String body =
        """
        <img src="/khong-co.png" alt="">
        <img src="http://127.0.0.1:1/" alt="">
        <script>console.warn('mẫu'); setTimeout(() => khongCo())</script>
        """;
    try (Visit visit = room.open(html("", body))) {
      assertThat(visit.complaints())
          .anyMatch(said -> said.startsWith("404: ") && said.endsWith("/khong-co.png"))
          .anyMatch(said -> said.startsWith("failed: http://127.0.0.1:1/"))
          .contains("console warning: mẫu")
          .anyMatch(said -> said.startsWith("script: ") && said.contains("khongCo"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tabindex=1, as it is read",
    "tabindex=-1, after 12 of 13",
    "style=outline:none, outline of stop 12",
    "style=position:fixed;left:-900px, stop 12 is in the window"
  })
  void aWalkByTabFindsALinkThatIsNotAsItShouldBe(String fault, String said, Room room) {
    String last = "<a href=\"#mau\" %s>Mẫu</a>".formatted(fault);
    try (Visit visit = room.open(html("", LINKS + last))) {
      assertThatThrownBy(() -> KeyboardTest.goThrough(visit))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(said);
    }
    try (Visit visit = room.open(html("", LINKS))) {
      KeyboardTest.goThrough(visit);
    }
  }

  @Test
  void whatMakesAPageScrollSidewaysIsNamed(Room room) {
    try (Visit visit = room.open(html("", "<p id=\"rong\" style=\"width: 3000px\">Rộng</p>"))) {
      assertThat(visit.tooWide()).hasSize(2).last().asString().endsWith("Rộng");
    }
  }

  @Test
  void colouredPaperAndPaleInkAreFound(Room room) {
    String body = "<p style=\"background: #ffc\">Giấy màu</p><p style=\"color: #999\">Mực nhạt</p>";
    try (Visit visit = room.open(html("", body))) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(visit.strings(PaperTest.NOT_BLACK_ON_WHITE))
          .hasSize(2)
          .anyMatch(found -> found.endsWith("Giấy màu"))
          .anyMatch(found -> found.endsWith("Mực nhạt"));
    }
  }

  private static String html(String style, String body) {
    return """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Mẫu</title>
        <style>a:focus { outline: 3px solid } %s</style></head><body>%s</body></html>
        """
        .formatted(style, body);
  }
}
