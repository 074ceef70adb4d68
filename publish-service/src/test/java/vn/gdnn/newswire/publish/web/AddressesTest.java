package vn.gdnn.newswire.publish.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.reading.FeedKey;

class AddressesTest {

  @Test
  void makesAddressesOfTheSite() {
    Addresses addresses = new Addresses("https://example.org");
    assertThat(addresses.absolute(addresses.entity(Kind.PERSON, "truong-anh-dung")))
        .isEqualTo("https://example.org/people/truong-anh-dung");
    assertThat(addresses.feed(FeedKey.ALL)).isEqualTo("/feeds/all");
    assertThat(addresses.feed(FeedKey.of(Kind.PLAN, "x-0123456789")))
        .isEqualTo("/feeds/plans/x-0123456789");
    assertThat(addresses.page(FeedKey.ALL)).isEqualTo("/");
  }

  @Test
  void canStandUnderAPath() {
    Addresses addresses = new Addresses("http://127.0.0.1:8083/ban-tin/");
    assertThat(addresses.absolute(addresses.entity(Kind.UNIT, "bo")))
        .isEqualTo("http://127.0.0.1:8083/ban-tin/units/bo");
    assertThat(addresses.feed(FeedKey.of(Kind.UNIT, "bo"))).isEqualTo("/ban-tin/feeds/units/bo");
  }

  @Test
  void anIdNeverLeavesItsSegment() {
    assertThat(new Addresses("https://example.org").entity(Kind.UNIT, "../a b?c#d\"<"))
        .isEqualTo("/units/..%2Fa%20b%3Fc%23d%22%3C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.org", "ftp://example.org", "https://example.org/?a", "https://", "/a"})
  void refusesWhatIsNoSite(String publicUrl) {
    assertThatThrownBy(() -> new Addresses(publicUrl)).isInstanceOf(IllegalArgumentException.class);
  }
}
