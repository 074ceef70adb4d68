package vn.gdnn.newswire.publish.keeper;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.revision.Revisions;
import vn.gdnn.newswire.publish.writing.Announcements;

/** The keeper and its clockwork. */
@Configuration
@EnableScheduling
class KeeperConfiguration {

  @Bean
  Keeper keeper(
      KeptNews kept, Revisions revisions, @Value("${newswire.notice-days:30}") int noticeDays) {
    return new Keeper(kept, revisions, Duration.ofDays(noticeDays));
  }

  @Bean
  DueEntries dueEntries(
      KeptNews kept, Revisions revisions, Announcements announcements, Clock clock) {
    return new DueEntries(kept, revisions, announcements, clock);
  }

  /** Whether this instance is the keeper: whoever reads the one partition of entries. */
  @Component
  static class Tenure implements KafkaBindingRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
    private static final String BINDING = "keepEntry-in-0";

    private final List<KeeperWork> works;
    private final AtomicInteger here;

    Tenure(List<KeeperWork> works, MeterRegistry meters) {
      this.works = works;
      this.here = meters.gauge("articles.keeper.here", new AtomicInteger());
    }

    @Override
    public void onPartitionsAssigned(
        String binding,
        Consumer<?, ?> consumer,
        Collection<TopicPartition> partitions,
        boolean initial) {
      if (binding.equals(BINDING) && !partitions.isEmpty()) {
        works.forEach(KeeperWork::takeOver);
        here.set(1);
        LOG.info("This instance is the keeper of what readers see from now on");
      }
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
        String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
      if (binding.equals(BINDING) && !partitions.isEmpty()) {
        works.forEach(KeeperWork::handOver);
        here.set(0);
        LOG.info("This instance is no longer the keeper of what readers see");
      }
    }
  }

  /** Looks for what is due often enough that readers see it within a second. */
  @Component
  static class DueCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DueCheck.class);

    private final DueEntries due;

    DueCheck(DueEntries due) {
      this.due = due;
    }

    @Scheduled(fixedDelay = 250)
    void check() {
      try {
        due.appendDue();
      } catch (RuntimeException away) {
        // The store or the log is away: health says so, and what is due stays due.
        LOG.debug("due entries wait", away);
      }
    }
  }
}
