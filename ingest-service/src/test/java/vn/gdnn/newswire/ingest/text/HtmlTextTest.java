package vn.gdnn.newswire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p>a</p><p>b</p> | a//b",
        "<p>a<p>b | a//b",
        "a<br>b | a/b",
        "a<br><br>b | a//b",
        "<p>a<br></p>b | a//b",
        "<h1>a</h1>b | a//b",
        "<div><div>a</div></div><div>b</div> | a//b",
        "<ul><li>a</li><li>b</li></ul> | a//b",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b//c",
        "a  <b> b</b>  c | a b c",
        "a<b>b</b>c | abc",
        "a&nbsp;&amp;&#7893;&lt;b&gt; | a\u00a0&ổ<b>",
        "<figure><img src=x alt=y><figcaption>c</figcaption></figure>d | c//d",
        "a<script>b</script>c | ac",
        "a<style>b</style><iframe src=x>b</iframe><object>b</object><noscript>b</noscript>c | ac",
        "<a href='javascript:x' onclick='y'>a</a> | a",
        "<title>t</title><p>a | a",
        "a<!-- b -->c | ac",
        "<svg><text>b</text></svg>a | a",
        "<scr<script>ipt>alert(1)</script>a | ipt>alert(1)a",
        "a<img src=x onerror=alert(1)>b | ab",
        "<textarea><p>b</textarea>a | a",
      })
  void takesTheText(String html, String text) {
    String expected = text.replace("/", "\n");
    assertThat(HtmlText.of(html)).isEqualTo(expected);
  }

  @Test
  void emptyHtmlHasNoText() {
    assertThat(HtmlText.of("<p> </p><script>x</script>")).isEmpty();
  }

  @Test
  void deepNestingIsNoTrouble_andTooManyTagsAreRefused() {
    String deep = "<div>".repeat(HtmlText.MOST_TAGS - 1) + "a";
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlText.of(deep)))
        .isEqualTo("a");
    assertThatThrownBy(() -> HtmlText.of("<".repeat(HtmlText.MOST_TAGS + 1)))
        .isInstanceOf(UnreadableText.class)
        .hasMessageContaining("100,000");
  }
}
