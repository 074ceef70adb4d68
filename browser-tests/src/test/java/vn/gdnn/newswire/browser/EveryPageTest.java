package vn.gdnn.newswire.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gdnn.newswire.browser.Room.Device;

/** What must hold on every page, on a phone by day and in the dark, and on a desk. */
@Tag("browser")
@ExtendWith(Room.Key.class)
class EveryPageTest {

  /** Narrower is no phone that is sold. */
  private static final int NARROWEST = 320;

  @ParameterizedTest
  @EnumSource
  void isGoodOnAPhone(PageKind kind, Room room) {
    try (Visit visit = room.open(Device.PHONE, kind.path())) {
      assertThat(visit.status()).isEqualTo(kind.status());
      look(visit, kind.fileName() + "-phone");
      lookInTheDark(visit, kind.fileName() + "-phone");
      assertThat(visit.textSize(200).tooWide()).as("text at 200 %").isEmpty();
      visit.textSize(100).at(NARROWEST, Device.PHONE.height());
      assertThat(visit.tooWide()).as("%s px wide", NARROWEST).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isGoodOnADesk(PageKind kind, Room room) {
    try (Visit visit = room.open(Device.DESKTOP, kind.path())) {
      look(visit, kind.fileName() + "-desk");
      assertThat(visit.textSize(200).tooWide()).as("text at 200 %").isEmpty();
      // A window at 200 % has half as many pixels of the stylesheet.
      visit.textSize(100).at(Device.DESKTOP.width() / 2, Device.DESKTOP.height() / 2);
      assertThat(visit.tooWide()).as("zoom of 200 %").isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static void look(Visit visit, String name) {
    visit.screenshot(name);
    assertThat(visit.tooWide()).isEmpty();
    assertThat(Axe.findings(visit.page())).isEmpty();
  }

  /** Colours don't depend on the width: one width is enough of each page. */
  private static void lookInTheDark(Visit visit, String name) {
    visit.inTheDark().screenshot(name + "-dark");
    assertThat(Axe.findingsInColours(visit.page())).as("in the dark").isEmpty();
  }

  @Test
  void anEmptySiteAndAStoreThatIsAwayHaveGoodPagesToo(Room room) {
    try {
      room.server().news().clear();
      for (Device device : Device.values()) {
        for (String path : new String[] {"/", "/archive"}) {
          try (Visit visit = room.open(device, path)) {
            look(visit, "empty" + path.replace('/', '-') + "-" + device);
            assertThat(visit.complaints()).isEmpty();
          }
        }
      }
      room.server().news().setAway(true);
      try (Visit visit = room.open(Device.DESKTOP, "/")) {
        assertThat(visit.status()).isEqualTo(503);
        look(visit, "away");
        lookInTheDark(visit, "away");
        assertThat(visit.complaints()).isEmpty();
      }
    } finally {
      room.server().news().clear();
      HardCases.put(room.server().news());
    }
  }
}
