package vn.gdnn.newswire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Image;
import vn.gdnn.newswire.events.RawDraft;

class ArticlesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
  private static final String BODY = "Tiêu đề\n\nĐoạn dẫn của tin.";

  /** A draft of this body with these fields, as a newsroom would name them. */
  private static DraftFields draft(String body, String... fields) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      given.put(fields[i], fields[i + 1]);
    }
    List<Image> images = new ArrayList<>();
    if (given.containsKey("image")) {
      images.add(new Image(given.get("image"), given.get("caption")));
    }
    List<Attachment> attachments = new ArrayList<>();
    if (given.containsKey("attachment")) {
      attachments.add(new Attachment(given.get("attachment"), null, null, 7L));
    }
    String html = given.get("html");
    return new DraftFields(
        given.get("externalId"),
        given.get("source"),
        given.get("version"),
        given.get("title"),
        html == null ? body : null,
        html,
        given.get("byline"),
        given.get("note"),
        given.get("publishedAt"),
        "null".equals(given.get("embargoUntil")) ? null : given.get("embargoUntil"),
        given.containsKey("embargoUntil"),
        images,
        attachments);
  }

  private static ArticleIngested accept(DraftFields fields) {
    RawDraft raw = new RawDraft("text/plain", "");
    return Articles.accept(fields, "gdnn.gov.vn", raw, NOW).event();
  }

  private static String hash(String body, String... fields) {
    return accept(draft(body, fields)).contentHash();
  }

  @Test
  void sameContentHasTheSameHash_howeverItWasTyped() {
    String hash = hash(BODY);
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(hash("\ufeff" + BODY.replace("\n", "\r\n") + "\n ")).isEqualTo(hash);
    assertThat(hash(Normalizer.normalize(BODY, Normalizer.Form.NFD))).isEqualTo(hash);
    assertThat(hash(BODY, "externalId", "x", "source", "y", "version", "7")).isEqualTo(hash);
    assertThat(hash(BODY, "byline", " ", "title", "")).isEqualTo(hash);
    assertThat(hash(BODY, "publishedAt", "2020-06-11T10:24:15+07:00"))
        .isEqualTo(hash(BODY, "publishedAt", "2020-06-11T03:24:15Z"));
  }

  @Test
  void everythingThatMakesContentChangesTheHash() {
    List<String> hashes =
        List.of(
            hash(BODY),
            hash(BODY + "!"),
            hash(BODY, "title", "Tiêu đề"),
            hash(BODY, "html", BODY),
            hash(BODY, "byline", "PV"),
            hash(BODY, "note", "PV"),
            hash(BODY, "publishedAt", "2020-06-11T03:24:15Z"),
            hash(BODY, "embargoUntil", "null"),
            hash(BODY, "embargoUntil", "2020-06-11T03:24:15Z"),
            hash(BODY, "image", "http://h/a"),
            hash(BODY, "image", "http://h/a", "caption", "c"),
            hash(BODY, "attachment", "http://h/a"));
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-06-11T10:24:15+07:00, 2020-06-11T03:24:15Z",
    "2020-06-11T10:24+07:00, 2020-06-11T03:24:00Z",
    "2020-06-11T10:24:15.5+0700, 2020-06-11T03:24:15.500Z",
    "2020-06-11T10:24:15+07, 2020-06-11T03:24:15Z",
    "2026-01-05T02:05:00Z, 2026-01-05T02:00:00Z",
  })
  void fieldGivesTheDate_andIsNeverAheadOfReceipt(String field, Instant expected) {
    ArticleIngested event = accept(draft("11/06/2020\n\n" + BODY, "publishedAt", field));
    assertThat(event.publishedAt()).isEqualTo(expected);
    assertThat(event.publishedAtFrom().wire()).isEqualTo("field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-06-11",
        "2020-06-11T10:24:15",
        "2020-06-31T10:24:15Z",
        "2020-06-11T24:24:15Z",
        "2020-06-11 10:24:15Z",
        "11/06/2020",
        "1591845855",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "+12020-06-11T10:24:15Z",
        ""
      })
  void anythingButAnIsoTimeWithAZoneNamesTheField(String time) {
    assertThatThrownBy(() -> accept(draft(BODY, "publishedAt", time)))
        .isInstanceOf(DraftRefused.class)
        .hasMessageStartingWith("publishedAt: ");
  }

  @Test
  void dateAheadNeedsAnEmbargoThatCoversIt() {
    String later = "2026-01-05T02:05:00.001Z";
    for (@Nullable String embargo : new String[] {"null", "2026-01-05T02:04:00Z"}) {
      assertThatThrownBy(() -> accept(draft(BODY, "publishedAt", later, "embargoUntil", embargo)))
          .isInstanceOf(DraftRefused.class)
          .hasMessageContaining("embargoUntil");
    }
    ArticleIngested event = accept(draft(BODY, "publishedAt", later, "embargoUntil", later));
    assertThat(event.publishedAt()).isEqualTo(Instant.parse(later));
    assertThat(event.embargo().until()).isEqualTo(Instant.parse(later));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11/06/2020 10:24~Tiêu đề~Ngày 10/06/2020 đã họp. | dateline | 2020-06-11T03:24:00Z",
        "11/06/2030 10:24~Tiêu đề~Ngày 10/06/2020 đã họp. | lead | 2020-06-09T17:00:00Z",
        "Tiêu đề~Ngày 10/06/2030 sẽ họp, 09/06/2020 đã họp. | lead | 2020-06-08T17:00:00Z",
        "11/06/2030 10:24~Tiêu đề~Ngày 10/06/2030 sẽ họp. | receipt | 2026-01-05T02:00:00Z",
        "Tiêu đề~Không có ngày. | receipt | 2026-01-05T02:00:00Z",
      })
  void textGivesTheDate_butNeverOneToCome(String text, String from, Instant expected) {
    ArticleIngested event = accept(draft(text.replace("~", "\n\n")));
    assertThat(event.publishedAtFrom().wire()).isEqualTo(from);
    assertThat(event.publishedAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "007, 7",
    "0, 0",
    "000, 0",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "2026-01-05T10:00+07:00, 2026-01-05T10:00:00+07:00"
  })
  void versionsHaveOneForm(String given, String expected) {
    assertThat(accept(draft(BODY, "version", given)).version()).isEqualTo(expected);
  }

  @Test
  void nothingSaidOfAnEmbargoIsNotTheSameAsNull() {
    assertThat(accept(draft(BODY)).embargo()).isNull();
    assertThat(accept(draft(BODY, "embargoUntil", "null")).embargo().until()).isNull();
  }

  @Test
  void identityIsComposedNeverCut() {
    String nfd = Normalizer.normalize("tin số 1", Normalizer.Form.NFD);
    assertThat(accept(draft(BODY, "externalId", nfd)).id())
        .isEqualTo(accept(draft(BODY, "externalId", "tin số 1")).id());
    for (String id : List.of("a\n", "\ufeffa", "a\u0085", "x".repeat(2_001), "\t")) {
      assertThatThrownBy(() -> accept(draft(BODY, "externalId", id)))
          .isInstanceOf(DraftRefused.class)
          .hasMessageStartingWith("externalId: ");
    }
  }

  @Test
  void schemeOfAnAddressIsLowerCase() {
    assertThat(accept(draft(BODY, "image", " HTTPS://H/ảnh.jpg")).images().get(0).url())
        .isEqualTo("https://H/ảnh.jpg");
  }

  @Test
  void tooLongFieldsAreNamed() {
    for (String field : List.of("title", "byline", "note")) {
      assertThatThrownBy(() -> accept(draft(BODY, field, "x".repeat(30_000))))
          .isInstanceOf(DraftRefused.class)
          .hasMessageStartingWith(field + ": ");
    }
  }
}
