package vn.gdnn.newswire.publish.feed;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Names what readers of feeds miss: entries left out, and feeds that can't be made. */
@Component
class FeedsHealthIndicator implements HealthIndicator {

  private final SetAside setAside;

  FeedsHealthIndicator(SetAside setAside) {
    this.setAside = setAside;
  }

  @Override
  public Health health() {
    List<String> entries = setAside.entries();
    List<String> feeds = setAside.feeds();
    if (entries.isEmpty() && feeds.isEmpty()) {
      return Health.up().build();
    }
    Health.Builder down = Health.down();
    down.withDetail(
        "readers",
        feeds.isEmpty()
            ? "Some articles are left out of feeds; their pages and all other entries are served."
            : "Some feeds are served as they were, or not at all.");
    if (!entries.isEmpty()) {
      down.withDetail("entries", entries);
    }
    if (!feeds.isEmpty()) {
      down.withDetail("feeds", feeds);
    }
    return down.build();
  }
}
