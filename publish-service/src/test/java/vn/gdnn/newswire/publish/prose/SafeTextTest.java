package vn.gdnn.newswire.publish.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void leavesVietnameseAndEmojiAlone() {
    String text = "Đề án số 24/CT-TTg – “Ẩn” \t\n 🎓 e\u0302\u0301";
    assertThat(SafeText.visible(text)).isSameAs(text);
  }

  @Test
  void dropsWhatXmlAndHtmlCannotHold() {
    assertThat(SafeText.visible("a\u0000b\u0008c\u000Bd\re\u001Bf\u007Fg\u0085h"))
        .isEqualTo("abcdefgh");
    assertThat(SafeText.visible("a\uFFFEb\uFFFFc\uFDD0d\uD83Ee")).isEqualTo("abcde");
    assertThat(SafeText.visible("a" + Character.toString(0x1FFFF) + "b")).isEqualTo("ab");
  }

  @Test
  void keepsOneLineOnOneLine() {
    assertThat(SafeText.oneLine(" a\n\tb\u2028c  d ")).isEqualTo("a b c d");
    assertThat(SafeText.oneLine(null)).isEmpty();
  }

  @Test
  void closesWhatWasOpened_andDropsEndsWithoutABeginning() {
    assertThat(SafeText.isolated("thường")).isEqualTo("thường");
    assertThat(SafeText.isolated("\u202Ea\u2067b"))
        .isEqualTo("\u2068\u202Ea\u2067b\u2069\u202C\u2069");
    assertThat(SafeText.isolated("\u2069a\u202C\u202Ab\u202C"))
        .isEqualTo("\u2068a\u202Ab\u202C\u2069");
    assertThat(SafeText.isolated("\u2067a\u202C\u2069b")).isEqualTo("\u2068\u2067a\u2069b\u2069");
  }

  @Test
  void aNameHoldsNothingThatCouldBeTakenForMarkup() {
    assertThat(SafeText.name("R&D & <b>x</b> &amp; &#x26; &lt"))
        .isEqualTo("R&D & ‹b›x‹/b› ＆amp; ＆#x26; &lt");
    assertThat(SafeText.name("Người\nMẫu")).isEqualTo("Người Mẫu");
  }

  @Test
  void escapesHtml() {
    assertThat(SafeText.html("<a href=\"x\">'&'</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  }

  @Test
  void cutsAtAWordsEnd() {
    assertThat(SafeText.excerpt("một hai ba", 10)).isEqualTo("một hai ba");
    assertThat(SafeText.excerpt("một hai ba bốn", 9)).isEqualTo("một hai …");
    assertThat(SafeText.excerpt("🎓🎓🎓🎓", 5)).isEqualTo("🎓🎓 …");
  }
}
