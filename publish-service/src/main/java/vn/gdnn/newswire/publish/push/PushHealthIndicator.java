package vn.gdnn.newswire.publish.push;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.api.ChangeEntry;

/**
 * Says what those miss who are told of changes. It is never red: that a receiver is away is no
 * fault of this service, and no reason to restart it or to call anybody here. Who wants to be
 * called for one watches {@code articles.push.lag}.
 */
@Component
class PushHealthIndicator implements HealthIndicator {

  private final Pushing pushing;
  private final ChangeEntry entries;

  PushHealthIndicator(Pushing pushing, ChangeEntry entries) {
    this.pushing = pushing;
    this.entries = entries;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (Pusher pusher : pushing.pushers()) {
      health.withDetail(pusher.outlet().name(), details(pusher));
    }
    return health.build();
  }

  private Map<String, Object> details(Pusher pusher) {
    Map<String, Object> details = new TreeMap<>();
    if (!pusher.isServing()) {
      details.put("told", "by the instance that is the keeper");
      return details;
    }
    Standing standing = pusher.standing();
    long behind = (long) pusher.lag();
    details.put("behind", behind);
    details.put("told up to", entries.cursor(standing.number()));
    Pusher.Trouble trouble = pusher.trouble();
    if (pusher.wantsNothing()) {
      details.put(
          "missing",
          "It answered 410 and is told of nothing more. Give it another url, or a new name and"
              + " from with the cursor above.");
    } else if (trouble != null) {
      details.put(
          "missing",
          "%s It %s; %d times since %s. Trying again."
              .formatted(
                  pusher.outlet().missing(), trouble.words(), trouble.times(), trouble.since()));
    }
    String refused = refused(standing);
    if (refused != null) {
      details.put("refused", refused);
    }
    return details;
  }

  private @Nullable String refused(Standing standing) {
    Standing.Refusal refusal = standing.refusal();
    return refusal == null
        ? null
        : "%d in all were refused and not sent again, the last ones from change %d to %d (answered %d, %s). They are to be had at /api/changes?since=%s"
            .formatted(
                standing.refused(),
                refusal.first(),
                refusal.last(),
                refusal.status(),
                refusal.at(),
                entries.cursor(refusal.first() - 1));
  }
}
