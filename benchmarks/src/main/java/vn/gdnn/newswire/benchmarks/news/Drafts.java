package vn.gdnn.newswire.benchmarks.news;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gdnn.newswire.benchmarks.text.Articles;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.publish.revision.Arrival;

/**
 * Drafts without end, made of the training text: one an hour, each some 4,000 characters that begin
 * elsewhere, tagged with the marks of the text it begins with.
 */
final class Drafts {

  private static final String SOURCE = "bench";
  private static final Instant START = Instant.parse("2010-01-01T00:00:00Z");
  private static final int CHARACTERS = 4_000;

  private final List<MarkedFile> texts;

  /** Makes them of these texts. */
  Drafts(List<MarkedFile> texts) {
    this.texts = List.copyOf(texts);
    if (Articles.characters(this.texts) < CHARACTERS) {
      throw new IllegalArgumentException("too little text for one article");
    }
  }

  static UUID id(int number) {
    return ArticleIds.of(SOURCE, Integer.toString(number));
  }

  static Instant published(int number) {
    return START.plusSeconds(3600L * number);
  }

  /** The path of the feed of the first one that the draft names, as {@code units/…}. */
  Tag named(int number) {
    return tags(number).get(0);
  }

  /**
   * A draft as it arrives tagged.
   *
   * @param number which one
   * @param offset of the event that brings it
   * @param correction what stands at its end, nothing at first
   */
  Arrival arrival(int number, long offset, String correction) {
    StringBuilder body = new StringBuilder();
    for (int i = number; body.length() < CHARACTERS; i++) {
      body.append(text(i).body().strip()).append("\n\n");
    }
    body.append(correction);
    String title = "Bài số " + number + ": " + firstWords(text(number).body());
    ArticleIngested article =
        new ArticleIngested(
            id(number),
            SOURCE,
            Integer.toString(number),
            null,
            "%064x".formatted((title + body).hashCode() & 0xFFFFFFFFL),
            title,
            body.toString().strip(),
            null,
            null,
            published(number),
            DateSource.FIELD,
            null,
            published(number).plusSeconds(correction.isEmpty() ? 60 : 1800),
            List.of(),
            List.of(),
            List.of(),
            new RawDraft(
                "text/plain",
                Base64.getEncoder()
                    .encodeToString(body.toString().getBytes(StandardCharsets.UTF_8))));
    return new Arrival(
        new ArticleEnriched(article, tags(number), List.of(), "bench", 0),
        SOURCE + "-" + offset,
        new Place(1, offset),
        new Entry.Origin(0, offset),
        null);
  }

  private MarkedFile text(int number) {
    return texts.get(number % texts.size());
  }

  private List<Tag> tags(int number) {
    Map<String, Tag> tags = new LinkedHashMap<>();
    tags.put("", tag(Kind.UNIT, "don-vi-" + number % 97, "Đơn vị " + number % 97, true));
    MarkedFile text = text(number);
    for (RawSpan span : text.gold()) {
      if (span.start() >= text.bodyStart()) {
        String name = text.raw().substring(span.start(), span.end());
        String id = "x-%010x".formatted(name.hashCode() & 0xFFFFFFFFL);
        tags.putIfAbsent(span.kind() + id, tag(span.kind(), id, name, false));
      }
    }
    return new ArrayList<>(tags.values());
  }

  private static Tag tag(Kind kind, String id, String name, boolean known) {
    return new Tag(
        kind,
        id,
        name,
        known,
        null,
        List.of(),
        List.of(new Mention(Field.TITLE, 0, 3, "Bài", "bench", 1)));
  }

  private static String firstWords(String text) {
    String line = text.strip().replace('\n', ' ');
    int end = line.indexOf(' ', Math.min(80, line.length() - 1));
    return end < 0 ? line : line.substring(0, end);
  }
}
