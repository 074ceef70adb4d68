package vn.gdnn.newswire.publish.keeper;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.delivery.ReceivedEvent;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;
import vn.gdnn.newswire.publish.writing.Announcements;

/**
 * Reads {@code articles.published.v1}: one entry, one number, and the newsroom told that readers
 * see it.
 */
@Component
final class KeepEntry implements Consumer<Message<byte[]>> {

  private static final Logger LOG = LoggerFactory.getLogger(KeepEntry.class);

  private final EventCodec codec;
  private final Keeper keeper;
  private final DueEntries due;
  private final Revisions revisions;
  private final Announcements announcements;
  private final Clock clock;
  private final MeterRegistry registry;
  private final Timer delay;

  KeepEntry(
      EventCodec codec,
      Keeper keeper,
      DueEntries due,
      Revisions revisions,
      Announcements announcements,
      Clock clock,
      MeterRegistry registry) {
    this.codec = codec;
    this.keeper = keeper;
    this.due = due;
    this.revisions = revisions;
    this.announcements = announcements;
    this.clock = clock;
    this.registry = registry;
    this.delay =
        Timer.builder("articles.publish.delay")
            .description("From an event's receipt until readers see it")
            .serviceLevelObjectives(
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(300))
            .register(registry);
    for (String result : List.of("applied", "hidden", "dropped")) {
      count(result, 0);
    }
  }

  @Override
  public void accept(Message<byte[]> message) {
    ReceivedEvent received = ReceivedEvent.of(message);
    Entry entry = codec.decode(received.value(), Entry.class);
    Optional<KeptArticle> kept = keeper.apply(entry, received.offset());
    kept.ifPresent(article -> tell(article, entry));
    kept.ifPresent(due::note);
    count(kept.isEmpty() ? "dropped" : kept.get().what() == null ? "hidden" : "applied", 1);
  }

  private void tell(KeptArticle article, Entry entry) {
    What what = article.what();
    State state = stateOf(article, entry);
    Revision revision = revisions.find(entry.id(), entry.revision(), entry.tagging()).orElse(null);
    if (state == null || revision == null) {
      return;
    }
    Instant now = clock.instant();
    announcements.tell(
        List.of(
            new Outcome(
                entry.id(),
                revision.place(),
                revision.eventId(),
                "publish-service",
                now,
                what == null ? null : Step.VISIBLE,
                state,
                null,
                entry.revision(),
                revision.document().traceId())));
    if (what != null && what != What.RELEASED) {
      delay.record(Duration.between(revision.document().updatedAt(), now));
    }
    LOG.info(
        "article {} revision {} trace {}: {}",
        entry.id(),
        entry.revision(),
        revision.document().traceId(),
        what == null ? "hidden" : "visible as " + what.wire());
  }

  /**
   * What the newsroom is told; nothing of an embargo that the writer told of, or of a notice's end.
   */
  private static @Nullable State stateOf(KeptArticle article, Entry entry) {
    return switch (entry.what()) {
      case WITHDRAWN -> State.WITHDRAWN;
      case PUBLISHED, CORRECTED, REINSTATED, RELEASED, RETAGGED ->
          article.what() == null ? null : State.PUBLISHED;
      default -> null;
    };
  }

  private void count(String result, int by) {
    registry.counter("articles.keeper.entries", "result", result).increment(by);
  }
}
