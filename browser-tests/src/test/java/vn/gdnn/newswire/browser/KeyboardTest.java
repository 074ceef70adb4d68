package vn.gdnn.newswire.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gdnn.newswire.browser.Room.Device;

/** Pages without a mouse: what can be reached, in which order, and what shows where one is. */
@Tag("browser")
@ExtendWith(Room.Key.class)
class KeyboardTest {

  private static final String FOCUSABLE =
      "() => [...document.querySelectorAll('a[href], button, input')]"
          + ".filter(e => e.checkVisibility()).map((e, i) => String(i))";

  /** Where the focus is among all that can have it, and what can be seen of it. */
  private static final String FOCUSED =
      """
      () => {
        const all = [...document.querySelectorAll('a[href], button, input')]
            .filter(e => e.checkVisibility());
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        const style = getComputedStyle(e);
        const box = e.getBoundingClientRect();
        return {
          place: all.indexOf(e),
          outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
          seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        };
      }
      """;

  /** The tip of the tag that has the focus: its text, and whether all of it is in the window. */
  private static final String TIP =
      """
      () => {
        const tag = document.activeElement;
        const tip = getComputedStyle(tag, '::after');
        if (tip.content === 'none') return null;
        const [left, width, height] = [tip.left, tip.width, tip.height].map(parseFloat);
        const words = tag.closest('.words').getBoundingClientRect();
        const fixed = tip.position === 'fixed';
        const start = fixed ? left : words.left + left;
        return {
          text: tip.content,
          inside: start >= 0 && start + width <= document.documentElement.clientWidth && height > 0
              && (!fixed || parseFloat(tip.bottom) >= 0),
        };
      }
      """;

  @ParameterizedTest
  @EnumSource(
      value = PageKind.class,
      names = {"HOME", "ARTICLE", "MONTH", "ARCHIVE", "SEARCH_FOUND", "PERSON", "WITHDRAWN"})
  void tabGoesThroughThePageAsItIsRead_andShowsWhereItIs(PageKind kind, Room room) {
    try (Visit visit = room.open(Device.DESKTOP, kind.path())) {
      goThrough(visit);
    }
  }

  static void goThrough(Visit visit) {
    int all = visit.strings(FOCUSABLE).size();
    assertThat(all).isGreaterThan(10);
    int stops = all + MORE_STOPS_OF_A_DATE * visit.page().locator("input[type=date]").count();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < stops; i++) {
      Map<?, ?> focused = tab(visit.page());
      assertThat(focused).as("after %s of %s", i, stops).isNotNull();
      assertThat(focused.get("seen")).as("stop %s is in the window", i).isEqualTo(true);
      assertThat(((Number) focused.get("outline")).doubleValue())
          .as("outline of stop %s", i)
          .isGreaterThanOrEqualTo(2);
      int place = ((Number) focused.get("place")).intValue();
      if (!places.contains(place)) {
        places.add(place);
      }
    }
    assertThat(places)
        .as("all of the page, as it is read")
        .isEqualTo(IntStream.range(0, all).boxed().toList());
  }

  /** A field for a date takes the focus for day, month, year and calendar in turn. */
  private static final int MORE_STOPS_OF_A_DATE = 3;

  private static Map<?, ?> tab(Page page) {
    page.keyboard().press("Tab");
    return (Map<?, ?>) page.evaluate(FOCUSED);
  }

  @Test
  void theFirstTabOffersToSkipToTheText(Room room) {
    try (Visit visit = room.open(Device.DESKTOP, PageKind.ARTICLE.path())) {
      Page page = visit.page();
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus").textContent()).isEqualTo("Đến nội dung chính");
      visit.glance("focus-skip");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(page.locator("main :focus").count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTagThatIsReachedShowsItsTip_andEnterOpensItsEntry_andThereIsAWayBack(
      Device device, Room room) {
    try (Visit visit = room.open(device, PageKind.ARTICLE.path())) {
      Page page = visit.page();
      Locator tag = page.locator(".lead a.tag-person").first();
      tag.focus();
      page.keyboard().press("Shift+Tab");
      page.keyboard().press("Tab");
      Map<?, ?> tip = (Map<?, ?>) page.evaluate(TIP);
      assertThat(tip).isNotNull();
      assertThat(tip.get("text").toString())
          .contains("Trương Anh Dũng", "Tổng cục trưởng", "vào ngày 11/06/2020");
      assertThat(tip.get("inside")).isEqualTo(true);
      page.waitForTimeout(400); // the tip fades in; only the picture needs it
      visit.glance("tip-" + device);

      double before = scroll(page);
      page.keyboard().press("Enter");
      Locator entry = page.locator(".entry:target");
      assertThat(entry.isVisible()).isTrue();
      assertThat(entry.boundingBox().y + entry.boundingBox().height)
          .as("at the foot of the window")
          .isLessThanOrEqualTo(device.height());
      assertThat(scroll(page)).as("nothing moved").isEqualTo(before);
      visit.glance("entry-" + device);

      entry.locator(".entry-places a").first().click();
      assertThat(page.locator(".tag:target").count()).as("back at a mention").isEqualTo(1);
      assertThat(page.locator(".entry:target").count()).isZero();

      tag.focus();
      page.keyboard().press("Enter");
      page.locator(".entry:target .entry-close").click();
      assertThat(page.locator(".entry:target").count()).isZero();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static double scroll(Page page) {
    return ((Number) page.evaluate("() => scrollY")).doubleValue();
  }

  @Test
  void aTagUnderThePointerShowsItsTip(Room room) {
    try (Visit visit = room.open(Device.DESKTOP, PageKind.ARTICLE.path())) {
      Locator office =
          visit
              .page()
              .locator("a.tag-office", new Page.LocatorOptions().setHasText("Tổng cục trưởng"))
              .first();
      office.hover();
      assertThat(office.evaluate("e => getComputedStyle(e, '::after').content").toString())
          .contains("Chức vụ: Tổng cục trưởng", "Ngày 11/06/2020 là Trương Anh Dũng");
      visit.page().waitForTimeout(400);
      visit.glance("tip-office");
    }
  }
}
