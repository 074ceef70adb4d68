package vn.gdnn.newswire.publish.journey;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.publish.journey.JourneyAnswer.RevisionAt;

/**
 * What an article's journey says of the article itself: the newest event that became a revision
 * speaks for it, else the newest event.
 */
@Component
class ArticleStates {

  /** The article's state; empty when nothing is known of it. */
  Optional<JourneyAnswer> ofArticle(Journey journey, List<RevisionAt> revisions) {
    return journey.events().stream()
        .reduce((earlier, later) -> weighs(later) >= weighs(earlier) ? later : earlier)
        .map(travel -> JourneyAnswer.of(journey.id(), travel, revisions));
  }

  /** The events that became revisions, oldest first. */
  List<RevisionAt> revisions(Journey journey) {
    TreeMap<Integer, RevisionAt> byRevision = new TreeMap<>();
    for (Journey.Travel travel : journey.events()) {
      Integer revision = travel.revision();
      if (revision != null && madeRevision(travel.state())) {
        byRevision.putIfAbsent(revision, new RevisionAt(revision, travel.place(), travel.state()));
      }
    }
    return List.copyOf(byRevision.values());
  }

  private static int weighs(Journey.Travel travel) {
    return madeRevision(travel.state()) ? 1 : 0;
  }

  private static boolean madeRevision(State state) {
    return switch (state) {
      case PENDING, SCHEDULED, PUBLISHED, WITHDRAWN, ERASED -> true;
      case REPEATED, SUPERSEDED, REFUSED, DEAD_LETTERED -> false;
    };
  }
}
