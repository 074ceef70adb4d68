package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.publish.prose.Enclosures;

class EntryCheckTest {

  private static final String AT = "2024-03-01T00:00:00Z";

  private String id = "urn:uuid:00000000-0000-5000-8000-000000000001";
  private String page = "https://h/articles/1";
  private String title = "Đầu đề";
  private String html = "<p>Thân <strong>bài</strong><br/></p>";
  private String summary = "";
  private String author = "PV";
  private String published = AT;
  private String updated = AT;
  private String file = "https://h/a.pdf";

  private void check() {
    EntryCheck.check(
        new Feed.Entry(
            id,
            page,
            title,
            html,
            summary,
            null,
            Instant.parse(published),
            Instant.parse(updated),
            List.of(author),
            List.of(),
            List.of(),
            List.of(new Enclosures.AttachedFile(file, "Tệp", null, null))));
  }

  @Test
  void passesWhatTheComposerMakes() {
    assertThatCode(this::check).doesNotThrowAnyException();
    html =
        "<figure><img src=\"https://h/1\" alt=\"&lt;b&gt;\"/><figcaption>]]&gt; &amp;</figcaption>"
            + "</figure>\n<ul>\n<li><a href=\"https://h/2?a=1&amp;b\">x</a></li>\n</ul>";
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>alert(1)</script> | holds <script>",
        "<p onclick=\"x\">a</p> | the attribute onclick",
        "<a href=\"javascript:alert(1)\">a</a> | javascript:alert(1) is no absolute address",
        "<img src=\"/a.jpg\" alt=\"\"/> | /a.jpg is no absolute address",
        "<p>a | not well-formed",
        "<p>a</b> | not well-formed",
        "a & b | not well-formed",
        "a &nbsp; b | not well-formed",
        "<!-- a --> | more than text and elements",
        "<?php a ?> | more than text and elements",
        "<!DOCTYPE x> | not well-formed",
        "</body><body> | not well-formed",
        "a ]]> b | not well-formed",
        "'  ' | it has no text",
      })
  void refusesTextThatIsNotCleanHtml(String text, String why) {
    html = text;
    assertThatThrownBy(this::check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesControlCharactersAnywhere() {
    html = "<p>a\u0008</p>";
    assertThatThrownBy(this::check).hasMessageContaining("not well-formed");
    html = "<p>a</p>";
    title = "a\u0008";
    assertThatThrownBy(this::check).hasMessageContaining("its title");
    title = "a";
    summary = "a\nb";
    assertThatThrownBy(this::check).hasMessageContaining("its summary");
    summary = "";
    author = " ";
    assertThatThrownBy(this::check).hasMessageContaining("its author is empty");
  }

  @Test
  void refusesAddressesThatAreNotAbsolute() {
    page = "/articles/1";
    assertThatThrownBy(this::check).hasMessageContaining("/articles/1 is no absolute address");
    page = "https://h/articles/1";
    file = "ftp://h/a";
    assertThatThrownBy(this::check).hasMessageContaining("ftp://h/a is no absolute address");
    file = "https://h/a";
    id = "1";
    assertThatThrownBy(this::check).hasMessageContaining("its id");
  }

  @Test
  void refusesDatesThatNoFormatCanSay() {
    updated = "+10000-01-01T00:00:00Z";
    assertThatThrownBy(this::check).hasMessageContaining("no calendar");
    updated = "2024-02-29T23:59:59Z";
    assertThatThrownBy(this::check).hasMessageContaining("before it was published");
    updated = "2024-03-01T00:00:00.5Z";
    assertThatThrownBy(this::check).hasMessageContaining("no whole second");
  }
}
