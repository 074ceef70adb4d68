package vn.gdnn.newswire.quickstart.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Starts the broker: {@code BrokerMain LOGS PORT CONTROLLER_PORT}. */
public final class BrokerMain {

  private BrokerMain() {}

  /** Formats the log directory when it is new, then serves until the process is told to stop. */
  public static void main(String[] args) throws Exception {
    BrokerSettings settings =
        new BrokerSettings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    // Written last when a log directory is made: with it, all else is there.
    if (Files.notExists(settings.logs().resolve("meta.properties"))) {
      format(settings);
    }
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings.asProperties(), false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-stop"));
    server.startup();
    server.awaitShutdown();
  }

  private static void format(BrokerSettings settings) throws Exception {
    String logs = settings.logs().toString();
    new Formatter()
        .setPrintStream(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(BrokerSettings.NODE_ID)
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setMetadataLogDirectory(logs)
        .setDirectories(List.of(logs))
        .setIgnoreFormatted(true)
        .run();
  }
}
