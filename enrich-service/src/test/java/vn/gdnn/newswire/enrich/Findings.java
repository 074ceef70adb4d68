package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Span;
import vn.gdnn.newswire.events.Tag;

/** What was found in a text, in reading order, and what must hold of it whatever the text. */
final class Findings {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LINE_BREAK = Pattern.compile("[\n\r\u2028\u2029]");
  private static final Pattern NOT_TO_SHOW =
      Pattern.compile(
          "[\\s\u2028\u2029\u00A0&&[^ ]]|  |[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");

  /**
   * A mention of an entity.
   *
   * @param id whose
   * @param name the name to show
   * @param stated the office stated beside it, or nothing
   * @param surface in which words
   */
  record Found(String id, String name, String stated, String surface) {}

  private record Placed(Tag tag, Mention mention) {}

  private final String title;
  private final String body;
  private final Enrichment enrichment;
  private final List<Placed> placed = new ArrayList<>();

  private Findings(String title, String body) {
    this.title = title;
    this.body = body;
    this.enrichment = Sentences.tagger().enrich(title, body, Sentences.DAY);
    for (Tag tag : enrichment.tags()) {
      tag.mentions().forEach(mention -> placed.add(new Placed(tag, mention)));
    }
    placed.sort(
        Comparator.comparing((Placed found) -> found.mention().field())
            .thenComparingInt(found -> found.mention().start()));
  }

  /** What the packaged tagger finds. */
  static Findings in(String title, String body) {
    return new Findings(title, body);
  }

  /** What the packaged tagger finds in a body. */
  static Findings in(String body) {
    return in("", body);
  }

  /** The mentions as they stand in the text. */
  List<Found> found() {
    return found(UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** The mentions, names and words rewritten so that they can be compared. */
  List<Found> found(UnaryOperator<String> names, UnaryOperator<String> words) {
    return placed.stream()
        .map(
            found ->
                new Found(
                    found.tag().id(),
                    names.apply(found.tag().name()),
                    names.apply(Objects.requireNonNullElse(found.tag().stated(), "")),
                    words.apply(found.mention().surface())))
        .toList();
  }

  /** Tags and mentions: any property of theirs that holds for any text. */
  void areSound() {
    for (Tag tag : enrichment.tags()) {
      assertThat(tag.mentions()).isNotEmpty();
      assertThat(tag.id()).matches(ID).hasSizeLessThanOrEqualTo(200);
      assertThat(tag.name()).hasSizeLessThanOrEqualTo(600);
      canBeShown(tag.name());
      if (tag.stated() != null) {
        canBeShown(tag.stated());
      }
      assertThat(tag.mentions())
          .isSortedAccordingTo(
              Comparator.comparing(Mention::field).thenComparingInt(Mention::start));
    }
    assertThat(enrichment.tags())
        .extracting(tag -> tag.kind() + " " + tag.id())
        .doesNotHaveDuplicates();
    assertThat(enrichment.tags())
        .extracting(tag -> tag.mentions().get(0))
        .isSortedAccordingTo(Comparator.comparing(Mention::field).thenComparingInt(Mention::start));
    List<Mention> mentions = placed.stream().map(Placed::mention).toList();
    for (Mention mention : mentions) {
      isSound(mention, mention.surface());
      assertThat(mention.confidence()).isBetween(0.0, 1.0);
      assertThat(mention.rule()).isNotBlank();
    }
    doNotOverlap(mentions);
    for (OfficeMention office : enrichment.offices()) {
      isSound(office, office.surface());
    }
    doNotOverlap(enrichment.offices());
  }

  private static void canBeShown(String words) {
    assertThat(words).isNotBlank().isEqualTo(words.strip()).doesNotContainPattern(NOT_TO_SHOW);
  }

  private void isSound(Span span, String surface) {
    String text = span.field() == Field.TITLE ? title : body;
    assertThat(span.start()).isBetween(0, text.length());
    assertThat(span.end()).isBetween(span.start() + 1, text.length());
    assertThat(surface)
        .isEqualTo(text.substring(span.start(), span.end()))
        .isNotBlank()
        .doesNotContainPattern(LINE_BREAK);
  }

  private static void doNotOverlap(List<? extends Span> spans) {
    for (int i = 1; i < spans.size(); i++) {
      Span before = spans.get(i - 1);
      Span span = spans.get(i);
      if (before.field() == span.field()) {
        assertThat(span.start())
            .as("%s overlaps %s", before, span)
            .isGreaterThanOrEqualTo(before.end());
      }
    }
  }
}
