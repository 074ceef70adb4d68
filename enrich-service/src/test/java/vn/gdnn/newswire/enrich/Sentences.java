package vn.gdnn.newswire.enrich;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;

/** Sentences marked by hand, and what the tagger makes of them without their marks. */
public final class Sentences {

  /** A day on which the directorate bore its name. */
  public static final LocalDate DAY = LocalDate.of(2020, 6, 11);

  private static final ArticleTagger TAGGER = ArticleTagger.packaged();

  private Sentences() {}

  /** The tagger with the packaged registry. */
  public static ArticleTagger tagger() {
    return TAGGER;
  }

  /** The text of a marked sentence, marked by the tagger instead. */
  public static String remarked(String marked) {
    MarkedFile file = MarkedFile.parse("sentence", marked);
    return file.mark(spans(TAGGER.enrich("", file.raw(), DAY), 0));
  }

  /** The mentions of a body as spans of a raw text in which it begins at an offset. */
  public static List<RawSpan> spans(Enrichment enrichment, int bodyStart) {
    List<RawSpan> spans = new ArrayList<>();
    for (Tag tag : enrichment.tags()) {
      for (Mention mention : tag.mentions()) {
        if (mention.field() == Field.BODY) {
          spans.add(
              new RawSpan(tag.kind(), mention.start() + bodyStart, mention.end() + bodyStart));
        }
      }
    }
    return spans;
  }

  /** Tags of a body. */
  public static List<Tag> tags(String body) {
    return TAGGER.enrich("", body, DAY).tags();
  }

  /** The ids of a body's tags, in order. */
  public static Stream<String> ids(String body) {
    return tags(body).stream().map(Tag::id);
  }
}
