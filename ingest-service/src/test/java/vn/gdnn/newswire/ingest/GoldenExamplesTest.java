package vn.gdnn.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.ingest.article.Articles;
import vn.gdnn.newswire.ingest.article.DraftFields;
import vn.gdnn.newswire.ingest.source.Drafts;

/** The contract's examples are what this service makes of the drafts in them. */
class GoldenExamplesTest {

  private final EventCodec codec = new EventCodec();

  private static byte[] example(String name) throws IOException {
    try (InputStream in =
        EventCodec.class.getResourceAsStream("/contract/examples/" + name + ".json")) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed-with-date-line",
        "seed-without-date-line",
        "correction-with-everything",
        "embargo-lifted"
      })
  void aDraftBecomesItsExample_hashAndAll(String name) throws IOException {
    ArticleIngested expected =
        codec.decode(example("article-ingested." + name), ArticleIngested.class);
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContentType(expected.raw().mediaType());
    request.setContent(Base64.getDecoder().decode(expected.raw().base64()));
    if (!expected.raw().mediaType().equals("application/json")) {
      request.setParameter("externalId", expected.externalId());
    }

    ArticleIngested event =
        new Drafts().read(request, (fields, raw) -> accept(fields, raw, expected));

    assertThat(event).isEqualTo(expected);
    assertThat(codec.decode(codec.encode(event), ArticleIngested.class)).isEqualTo(expected);
  }

  private static ArticleIngested accept(
      DraftFields fields, RawDraft raw, ArticleIngested expected) {
    return Articles.accept(fields, "gdnn.gov.vn", raw, expected.receivedAt()).event();
  }

  @ParameterizedTest
  @ValueSource(strings = {"correction-with-everything", "embargo-lifted"})
  void aDraftOfTheContractIsTheOneInItsExample(String name) throws IOException {
    ArticleIngested event =
        codec.decode(example("article-ingested." + name), ArticleIngested.class);

    assertThat(Base64.getDecoder().decode(event.raw().base64()))
        .isEqualTo(example("draft." + name));
  }
}
