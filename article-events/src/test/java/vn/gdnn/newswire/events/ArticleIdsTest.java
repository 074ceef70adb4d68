package vn.gdnn.newswire.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ArticleIdsTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/article-id-vectors.tsv", delimiter = '\t', numLinesToSkip = 1)
  void agreesWithAnotherImplementation(String source, String externalId, UUID id) {
    assertThat(ArticleIds.of(source, externalId.replace("\\u001f", "\u001f"))).isEqualTo(id);
  }

  @Test
  void isVersion5OfTheRfcVariant() {
    UUID id = ArticleIds.of("gdnn.gov.vn", "000.txt");
    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void keepsRequestsOfDifferentKeysApart() {
    assertThat(ArticleIds.ofRequest("newsroom", "1"))
        .isNotEqualTo(ArticleIds.ofRequest("desk", "1"));
  }
}
