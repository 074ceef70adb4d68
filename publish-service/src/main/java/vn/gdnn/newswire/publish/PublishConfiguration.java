package vn.gdnn.newswire.publish;

import com.mongodb.MongoException;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.delivery.fault.WorldFaults;
import vn.gdnn.newswire.delivery.topic.TopicUse;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.publish.journey.JourneyKeeping;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.revision.Heads;
import vn.gdnn.newswire.publish.revision.Revisions;
import vn.gdnn.newswire.publish.writing.Announcements;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

/** Puts the rooms together, and says what they need of Kafka. */
@Configuration
class PublishConfiguration {

  /**
   * Codes by which MongoDB refuses a document for what it is: BadValue, FailedToParse,
   * DocumentValidationFailure, BSONObjectTooLarge, KeyTooLong. Trying again is no use.
   */
  private static final Set<Integer> DOCUMENT_FAULTS = Set.of(2, 9, 121, 10334, 17280);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ArticleWriter articleWriter(
      Heads heads, Revisions revisions, Announcements announcements, Clock clock) {
    return new ArticleWriter(heads, revisions, announcements, clock);
  }

  @Bean
  TopicUse topics() {
    return new TopicUse(
        Set.of(Topics.ENRICHED, Topics.PUBLISHED, Topics.OUTCOMES, Topics.REGISTRY),
        Set.of(Topics.PUBLISHED, Topics.OUTCOMES));
  }

  /**
   * The store away, or somebody faster: the event is to be read again. A revision that an entry
   * names and the archive lacks means a store that is behind the log; nothing may be written on top
   * of it.
   */
  @Bean
  WorldFaults worldFaults() {
    return exception ->
        (exception instanceof MongoException fault && !DOCUMENT_FAULTS.contains(fault.getCode()))
            || exception instanceof ArticleWriter.WrittenMeanwhile
            || exception instanceof Keeper.KeptMeanwhile
            || exception instanceof Keeper.RevisionMissing
            || exception instanceof JourneyKeeping.WrittenMeanwhile;
  }
}
