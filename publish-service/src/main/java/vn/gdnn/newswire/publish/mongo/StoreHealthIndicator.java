package vn.gdnn.newswire.publish.mongo;

import com.mongodb.MongoException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says what readers miss while the store is away. */
@Component
class StoreHealthIndicator implements HealthIndicator {

  private final Store store;

  StoreHealthIndicator(Store store) {
    this.store = store;
  }

  @Override
  public Health health() {
    try {
      store.prepare();
      store.ping();
      return store
          .tooNew()
          .map(why -> Health.down().withDetail("reason", why).build())
          .orElseGet(() -> Health.up().build());
    } catch (MongoException e) {
      return Health.down()
          .withDetail(
              "readers",
              "New articles, corrections and withdrawals do not appear; feeds are served as they"
                  + " were.")
          .withDetail("error", e.getClass().getSimpleName())
          .build();
    }
  }
}
