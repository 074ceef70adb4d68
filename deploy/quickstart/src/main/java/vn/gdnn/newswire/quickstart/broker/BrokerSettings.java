package vn.gdnn.newswire.quickstart.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * One node that is broker and controller.
 *
 * @param logs where the log lies
 * @param port where clients connect, on 127.0.0.1
 * @param controllerPort where the node talks to itself; any free one, it may change between starts
 */
record BrokerSettings(Path logs, int port, int controllerPort) {

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  private static final int MIB = 1024 * 1024;

  /** Dead letters are the largest records: an event of 8 MiB, and why it was put aside. */
  private static final int LARGEST_RECORD = 9 * MIB;

  Properties asProperties() {
    Properties kafka = new Properties();
    kafka.setProperty("process.roles", "broker,controller");
    kafka.setProperty("node.id", String.valueOf(NODE_ID));
    kafka.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    kafka.setProperty("controller.listener.names", CONTROLLER);
    kafka.setProperty(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    kafka.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    kafka.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    kafka.setProperty("log.dirs", logs.toString());

    kafka.setProperty("auto.create.topics.enable", "false");
    kafka.setProperty("message.max.bytes", String.valueOf(LARGEST_RECORD + MIB));
    kafka.setProperty("replica.fetch.max.bytes", String.valueOf(LARGEST_RECORD + MIB));
    kafka.setProperty("offsets.topic.replication.factor", "1");
    kafka.setProperty("offsets.topic.num.partitions", "4");
    kafka.setProperty("transaction.state.log.replication.factor", "1");
    kafka.setProperty("transaction.state.log.min.isr", "1");
    kafka.setProperty("transaction.state.log.num.partitions", "1");
    kafka.setProperty("share.coordinator.state.topic.replication.factor", "1");
    kafka.setProperty("share.coordinator.state.topic.min.isr", "1");
    kafka.setProperty("group.initial.rebalance.delay.ms", "0");
    // A committed place is kept for as long as the log it points into: seven days, the default, is
    // shorter than a holiday.
    kafka.setProperty("offsets.retention.minutes", String.valueOf(10 * 365 * 24 * 60));
    // After a kill -9 the old registration must run out first: 5 s to a broker that works instead
    // of 13 s.
    kafka.setProperty("broker.session.timeout.ms", "2000");
    kafka.setProperty("broker.heartbeat.interval.ms", "500");
    // Small machine: few threads, small buffers; indexes are preallocated per partition.
    kafka.setProperty("num.network.threads", "2");
    kafka.setProperty("num.io.threads", "4");
    kafka.setProperty("background.threads", "2");
    kafka.setProperty("num.recovery.threads.per.data.dir", "2");
    kafka.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(2 * MIB));
    kafka.setProperty("log.index.size.max.bytes", String.valueOf(MIB));
    kafka.setProperty("log.segment.bytes", String.valueOf(256 * MIB));
    return kafka;
  }
}
