package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;

class MentionLimitTest {

  private static Tag tag(String id, int mentions) {
    Mention mention = new Mention(Field.BODY, 0, 2, "Bộ", "unit/bare", 0.8);
    return new Tag(
        Kind.UNIT, id, "Bộ", false, null, List.of(), Collections.nCopies(mentions, mention));
  }

  private static final OfficeMention OFFICE =
      new OfficeMention(Field.BODY, 0, 9, "Bộ trưởng", "Bộ trưởng", "bo", List.of());

  @Test
  void leavesAnOrdinaryArticleAlone() {
    MentionLimit limit =
        MentionLimit.of(new Enrichment(List.of(tag("a", 3)), List.of(OFFICE), "r-1"));
    assertThat(limit.cut()).isZero();
    assertThat(limit.offices()).hasSize(1);
  }

  @Test
  void cutsWhatIsTooMuch_andCountsIt() {
    MentionLimit limit =
        MentionLimit.of(
            new Enrichment(
                List.of(tag("a", 19_999), tag("b", 5), tag("c", 1)), List.of(OFFICE), "r-1"));
    assertThat(limit.tags()).extracting(Tag::id).containsExactly("a", "b");
    assertThat(limit.tags().get(1).mentions()).hasSize(1);
    assertThat(limit.offices()).isEmpty();
    assertThat(limit.cut()).isEqualTo(6);
  }
}
