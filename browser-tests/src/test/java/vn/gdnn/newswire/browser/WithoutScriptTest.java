package vn.gdnn.newswire.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gdnn.newswire.browser.Room.Device;

/** The site for readers whose browser runs no script. */
@Tag("browser")
@ExtendWith(Room.Key.class)
class WithoutScriptTest {

  @ParameterizedTest
  @EnumSource
  void aTapOnATagTellsWhoItIs_andTheNameLeadsToItsPage(Device device, Room room) {
    try (Visit visit = room.open(device, PageKind.ARTICLE.path(), false)) {
      Page page = visit.page();
      page.locator(".lead a.tag-person").click();
      Locator entry = page.locator(".entry:target");
      assertThat(entry.isVisible()).isTrue();
      assertThat(entry.textContent()).contains("Tổng cục trưởng", "Chức vụ vào ngày 11/06/2020");
      entry.locator(".entry-close").click();
      assertThat(page.locator(".entry:target").count()).isZero();
      page.locator(".lead a.tag-person").click();
      page.locator(".entry:target .entry-name").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("Trương Anh Dũng");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void searchArchiveAndOlderNewsNeedNone(Room room) {
    try (Visit visit = room.open(Device.DESKTOP, PageKind.HOME.path(), false)) {
      Page page = visit.page();
      page.locator(".pager a").first().click();
      assertThat(page.locator(".item").count()).isPositive();
      page.locator("header input[name=q]").fill("dao tao");
      page.locator("header input[name=q]").press("Enter");
      assertThat(page.locator("main h2").first().textContent()).isEqualTo("2 bài có “dao tao”");
      assertThat(page.locator("mark").first().textContent()).isEqualToIgnoringCase("đào tạo");
      page.locator(".site-nav a", new Page.LocatorOptions().setHasText("Theo tháng")).click();
      page.locator("#nam-2020 .months a").first().click();
      assertThat(page.locator("h1").textContent()).isEqualTo("Tháng 1/2020");
      assertThat(page.locator(".item").count()).isEqualTo(1);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void noPageHoldsOrLoadsAnyScript(Room room) {
    try (Visit visit = room.open(Device.DESKTOP, PageKind.HOSTILE.path(), true)) {
      assertThat(
              visit.strings(
                  "() => [...document.querySelectorAll('script, style, [style], iframe, object')]"
                      + ".map(e => e.outerHTML.slice(0, 60))"))
          .allMatch(script -> script.startsWith("<script type=\"application/ld+json\">"));
      assertThat(
              visit.strings(
                  "() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
                      + ".map(a => a.name).filter(name => name.startsWith('on'))"))
          .isEmpty();
    }
  }
}
