package vn.gdnn.newswire.publish.journey;

import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.delivery.ReceivedEvent;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.Outcome;

/** Reads {@code articles.outcomes.v1} into journeys. */
@Component
final class KeepJourney implements Consumer<Message<byte[]>> {

  private final EventCodec codec;
  private final JourneyKeeping keeping;

  KeepJourney(EventCodec codec, Journeys journeys) {
    this.codec = codec;
    this.keeping = new JourneyKeeping(journeys);
  }

  @Override
  public void accept(Message<byte[]> message) {
    keeping.keep(codec.decode(ReceivedEvent.of(message).value(), Outcome.class));
  }
}
