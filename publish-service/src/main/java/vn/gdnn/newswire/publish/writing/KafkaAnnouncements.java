package vn.gdnn.newswire.publish.writing;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.delivery.EventContext;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.Outgoing;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Outcome;

/** Announcements on {@code articles.published.v1} and {@code articles.outcomes.v1}. */
@Component
class KafkaAnnouncements implements Announcements {

  private static final String SOURCE = "/publish-service";

  private final EventSender sender;

  KafkaAnnouncements(EventSender sender) {
    this.sender = sender;
  }

  @Override
  public void append(Entry entry, String eventId) {
    sender.send(Topics.PUBLISHED, entry.id(), entry, context(eventId));
  }

  @Override
  public void tell(List<Outcome> outcomes) {
    sender.sendAll(
        outcomes.stream()
            .map(
                outcome ->
                    new Outgoing(
                        Topics.OUTCOMES,
                        outcome.id(),
                        outcome,
                        EventContext.fresh("publish-service")))
            .toList());
  }

  private static EventContext context(String eventId) {
    return new EventContext(eventId, Instant.now(), SOURCE, null, null, null);
  }
}
