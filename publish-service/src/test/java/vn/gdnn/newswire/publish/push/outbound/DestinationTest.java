package vn.gdnn.newswire.publish.push.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests may go. */
class DestinationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https:///news",
        "https://we:s3cret@example.org/",
        "https://example.org/#s3cret",
        "https://example.org/a b?s3cret",
        "https://example.org:99999/",
        "javascript:alert(1)",
      })
  void refusesWhatIsNoPlainWebAddress_andDoesNotRepeatIt(String address) {
    assertThatThrownBy(() -> Destination.of("url of tinh-a", address, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("url of tinh-a must be")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  @Test
  void asTextItIsOnlyTheServer() {
    Destination to = Destination.of("url", "https://Example.org:8443/hook?token=s3cret", false);
    assertThat(to).hasToString("https://Example.org:8443");
    assertThat(Destination.of("url", "http://example.org", false))
        .hasToString("http://example.org");
    assertThat(to.fingerprint())
        .isEqualTo(
            Destination.of("url", "https://Example.org:8443/hook?token=s3cret", true).fingerprint())
        .isNotEqualTo(
            Destination.of("url", "https://Example.org:8443/hook?token=other", false)
                .fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.8",
        "198.18.0.1",
        "198.19.255.255",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
      })
  void isNotInTheOpenInternet(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.0.1",
        "198.17.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2400:cb00::1",
        "2002:808:808::1",
        "64:ff9b::808:808",
      })
  void isInTheOpenInternet(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }
}
