package vn.gdnn.newswire.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.ArticleReinstated;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.Embargo;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.publish.revision.Arrival;

/** Events for tests: drafts with as little in them as a test needs. */
public final class Events {

  /** When the first event of a test is received. */
  public static final Instant START = Instant.parse("2026-01-05T02:00:00Z");

  private Events() {}

  /** The id of the test source's article. */
  public static UUID id(String externalId) {
    return ArticleIds.of("test", externalId);
  }

  /** An event that arrives at that offset, one minute after another. */
  public static Arrival arrival(ArticleEvent event, long offset) {
    return new Arrival(
        event,
        "event-" + event.id() + "-" + offset,
        new Place(1, offset),
        new Entry.Origin(0, offset),
        null);
  }

  /** When the event at that offset is received. */
  public static Instant at(long offset) {
    return START.plusSeconds(60 * offset);
  }

  /** A tagged draft. */
  public static Draft draft(String externalId, String title, long offset) {
    return new Draft(externalId, title, offset);
  }

  /** A withdrawal by a key of the test source. */
  public static Arrival withdrawal(String externalId, long offset) {
    return arrival(
        new ArticleWithdrawn(id(externalId), "Nhầm số liệu", List.of("test"), at(offset)), offset);
  }

  /** A reinstatement by a key of the test source. */
  public static Arrival reinstatement(String externalId, long offset) {
    return arrival(new ArticleReinstated(id(externalId), List.of("test"), at(offset)), offset);
  }

  /** Builds the arrival of a draft. */
  public static final class Draft {
    private final String externalId;
    private final String title;
    private final long offset;
    private final List<Tag> tags = new ArrayList<>();
    private @Nullable String version;
    private @Nullable Instant publishedAt;
    private @Nullable Embargo embargo;

    private Draft(String externalId, String title, long offset) {
      this.externalId = externalId;
      this.title = title;
      this.offset = offset;
    }

    /** Names a unit at the start of the title. */
    public Draft naming(String unitId) {
      return naming(Kind.UNIT, unitId, "Đơn vị " + unitId, true);
    }

    /** Names somebody or something at the start of the title. */
    public Draft naming(Kind kind, String id, String name, boolean known) {
      tags.add(
          new Tag(
              kind,
              id,
              name,
              known,
              null,
              List.of(),
              List.of(new Mention(Field.TITLE, 0, 1, title.substring(0, 1), "test", 1))));
      return this;
    }

    /** Says which version of the source this is. */
    public Draft version(String sourceVersion) {
      this.version = sourceVersion;
      return this;
    }

    /** Gives the field publishedAt. */
    public Draft published(Instant date) {
      this.publishedAt = date;
      return this;
    }

    /** Sets an embargo, or lifts it with null. */
    public Draft embargo(@Nullable Instant until) {
      this.embargo = new Embargo(until);
      return this;
    }

    /** The arrival. */
    public Arrival arrives() {
      String content = title + publishedAt + embargo;
      ArticleIngested article =
          new ArticleIngested(
              id(externalId),
              "test",
              externalId,
              version,
              "%064x".formatted(content.hashCode() & 0xFFFFFFFFL),
              title,
              "Nội dung của bài.",
              null,
              null,
              publishedAt == null ? at(offset) : publishedAt,
              publishedAt == null ? DateSource.RECEIPT : DateSource.FIELD,
              embargo,
              at(offset),
              List.of(),
              List.of(),
              List.of(),
              new RawDraft(
                  "text/plain",
                  Base64.getEncoder().encodeToString(title.getBytes(StandardCharsets.UTF_8))));
      return arrival(new ArticleEnriched(article, tags, List.of(), "test", 0), offset);
    }
  }
}
