package vn.gdnn.newswire.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Broker, store and the three services on this machine: started side by side, stopped in order. */
public final class Newswire {

  static final List<String> SERVICES = List.of("ingest", "enrich", "publish");

  private static final Map<String, Integer> HEAP_MIB =
      Map.of("ingest", 128, "enrich", 160, "publish", 192);
  private static final int BROKER_HEAP_MIB = 192;
  private static final int STORE_HEAP_MIB = 192;

  /**
   * After a kill -9 nothing is tagged or published until the dead consumers' sessions have run out:
   * 45 s by Kafka's default. There is no network here to be patient with.
   */
  private static final String SHORT_SESSIONS =
      """
      {"spring":{"cloud":{"stream":{"kafka":{"binder":{"consumer-properties":
      {"session.timeout.ms":"8000","heartbeat.interval.ms":"2000"}}}}}}}
      """
          .replace("\n", "");

  private static final Duration PATIENCE_AFTER_A_KILL = Duration.ofSeconds(5);
  private static final Duration PATIENCE_WITH_GIVEN_SERVERS = Duration.ofSeconds(60);
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final int LOOK_MILLIS = 200;
  private static final int DEATHS_BEFORE_GIVING_UP = 4;

  private final DataDirectory data;
  private final Prepared prepared;
  private final Settings settings;
  private final Optional<String> kafka;
  private final Optional<String> mongodb;
  private final Consumer<String> say;

  private final List<WatchedChild> services = new ArrayList<>();
  private @Nullable WatchedChild broker;
  private @Nullable WatchedChild store;
  private boolean rehearsing;
  private boolean started;
  private boolean stopped;

  /**
   * @param kafka a broker to use instead of starting one, {@code host:port}
   * @param mongodb a MongoDB to use instead of starting the store
   * @param say where sentences for a person go
   */
  public Newswire(
      DataDirectory data,
      Prepared prepared,
      Settings settings,
      Optional<String> kafka,
      Optional<String> mongodb,
      Consumer<String> say) {
    this.data = data;
    this.prepared = prepared;
    this.settings = settings;
    this.kafka = kafka;
    this.mongodb = mongodb;
    this.say = say;
  }

  /** Makes the start a rehearsal: each JVM archives its classes as it ends. */
  void rehearse() {
    rehearsing = true;
  }

  /**
   * Waits for the servers that are not started here, so that a wrong address is told by its name.
   *
   * @throws Refusal when one does not answer
   */
  public void awaitGivenServers() {
    kafka
        .map(GivenServer::kafka)
        .ifPresent(server -> server.awaitAnswer(PATIENCE_WITH_GIVEN_SERVERS, say));
    mongodb
        .map(GivenServer::mongodb)
        .ifPresent(server -> server.awaitAnswer(PATIENCE_WITH_GIVEN_SERVERS, say));
  }

  /**
   * Starts all that is to run here. Returns at once; {@link #awaitReady} tells when it can be used.
   */
  public synchronized void start() {
    Ports.mustBeFree(wantedPorts(), data.stoppedInOrder() ? Duration.ZERO : PATIENCE_AFTER_A_KILL);
    try {
      if (mongodb.isEmpty()) {
        store = watch(storeProcess());
      }
      if (kafka.isEmpty()) {
        broker = watch(brokerProcess());
      }
      for (String service : SERVICES) {
        services.add(watch(serviceProcess(service)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    started = true;
    all().forEach(WatchedChild::start);
    DiskWatch.of(data.root(), say).start();
  }

  private WatchedChild watch(Child child) {
    return new WatchedChild(child, say);
  }

  private Map<String, Integer> wantedPorts() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    if (kafka.isEmpty()) {
      wanted.put(Settings.KAFKA_PORT, settings.port(Settings.KAFKA_PORT));
    }
    if (mongodb.isEmpty()) {
      wanted.put(Settings.MONGODB_PORT, settings.port(Settings.MONGODB_PORT));
    }
    settings
        .portsForServices()
        .forEach((variable, port) -> wanted.put(variable, Integer.parseInt(port)));
    return wanted;
  }

  private Child brokerProcess() throws IOException {
    int port = settings.port(Settings.KAFKA_PORT);
    String logs = data.root().resolve("kafka").toString();
    App app = prepared.broker();
    Jvm jvm = new Jvm(BROKER_HEAP_MIB, app.classPath());
    return new Child(
        "broker",
        () ->
            jvm.command(
                app.jvmOptions(rehearsing),
                app.main(),
                List.of(logs, String.valueOf(port), String.valueOf(Ports.free()))),
        smallProcess(),
        data.log("broker"),
        () -> Ports.listens(port));
  }

  private Child storeProcess() throws IOException {
    int port = settings.port(Settings.MONGODB_PORT);
    Path directory = Files.createDirectories(data.root().resolve("mongodb"));
    App app = prepared.store();
    Jvm jvm = new Jvm(STORE_HEAP_MIB, app.classPath());
    return new Child(
        "store",
        () ->
            jvm.command(
                app.jvmOptions(rehearsing),
                app.main(),
                List.of(directory.resolve("store.h2").toString(), String.valueOf(port))),
        smallProcess(),
        data.log("store"),
        () -> Ports.listens(port));
  }

  private Child serviceProcess(String service) throws IOException {
    App app = prepared.service(service);
    Jvm jvm = new Jvm(HEAP_MIB.get(service), app.classPath());
    Map<String, String> environment = new LinkedHashMap<>(smallProcess());
    environment.putAll(settings.portsForServices());
    environment.put(
        "KAFKA_BOOTSTRAP_SERVERS",
        kafka.orElseGet(() -> "127.0.0.1:" + settings.port(Settings.KAFKA_PORT)));
    environment.put(
        "MONGODB_URI",
        mongodb.orElseGet(
            () ->
                "mongodb://127.0.0.1:%d/newswire".formatted(settings.port(Settings.MONGODB_PORT))));
    environment.put("ENRICH_URL", settings.url("enrich"));
    environment.put("PUBLISH_URL", settings.url("publish"));
    environment.put("PUBLIC_URL", settings.publicUrl());
    environment.put(
        "SPRING_APPLICATION_JSON",
        settings.given("SPRING_APPLICATION_JSON").orElse(SHORT_SESSIONS));
    environment.put("API_KEY_FILE", data.apiKey().toString());
    environment.put("INTERNAL_KEY_FILE", data.internalKey().toString());
    // An entry that is added there is taken up while the newswire runs.
    environment.put("REGISTRY_FOLDER", prepared.registry().toString());
    return new Child(
        name(service),
        () -> jvm.command(app.jvmOptions(rehearsing), app.main(), List.of()),
        environment,
        data.log(service),
        health(service)::isUp);
  }

  private static Map<String, String> smallProcess() {
    // glibc's arenas per thread cost more than they give here; ignored elsewhere.
    return Map.of("MALLOC_ARENA_MAX", "2");
  }

  /**
   * Waits until every process says that it can be used.
   *
   * @throws Refusal when one keeps dying, or time is up
   */
  public void awaitReady() {
    Instant started = Instant.now();
    List<WatchedChild> waiting = new ArrayList<>(all());
    while (!waiting.isEmpty()) {
      Pause.millis(LOOK_MILLIS);
      waiting.removeIf(
          child -> {
            if (!child.isReady()) {
              return false;
            }
            say.accept("%5.1f s  %s is ready".formatted(seconds(started), child.child().name()));
            return true;
          });
      for (WatchedChild child : waiting) {
        child
            .refusal()
            .ifPresent(
                why -> {
                  throw new Refusal(
                      "The %s refuses to start: %s".formatted(child.child().name(), why));
                });
        if (child.deaths() >= DEATHS_BEFORE_GIVING_UP) {
          throw new Refusal(
              "The %s can't be started: its log %s says why."
                  .formatted(child.child().name(), child.child().log()));
        }
        if (Instant.now().isAfter(started.plus(LONGEST_START))) {
          throw new Refusal(
              "The %s is not ready after %d s: %s"
                  .formatted(
                      child.child().name(), LONGEST_START.toSeconds(), reason(child.child())));
        }
      }
    }
  }

  private String reason(Child child) {
    return SERVICES.stream()
        .filter(service -> child.name().equals(name(service)))
        .findFirst()
        .flatMap(service -> health(service).reason())
        .orElseGet(() -> "its log %s may say why.".formatted(child.log()));
  }

  private ServiceHealth health(String service) {
    return new ServiceHealth(settings.managementPort(service));
  }

  private static String name(String service) {
    return service + " service";
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  private synchronized List<WatchedChild> all() {
    List<WatchedChild> all = new ArrayList<>();
    if (store != null) {
      all.add(store);
    }
    if (broker != null) {
      all.add(broker);
    }
    all.addAll(services);
    return all;
  }

  /** The processes by name, for tests and for telling a person. */
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    all().forEach(child -> pids.put(child.child().name(), child.pid()));
    return pids;
  }

  /** Whether there is anything to stop. */
  public synchronized boolean isStarted() {
    return started;
  }

  /**
   * Services first, so that they can finish what they have begun; then the store; the broker last.
   *
   * @return whether each process ended by itself and in order
   */
  public boolean stop() {
    List<WatchedChild> running;
    synchronized (this) {
      if (stopped) {
        return false;
      }
      stopped = true;
      running = all();
    }
    boolean inOrder = true;
    services.forEach(WatchedChild::requestStop);
    for (WatchedChild service : services) {
      inOrder &= service.awaitStop();
    }
    for (WatchedChild child : running) {
      if (!services.contains(child)) {
        child.requestStop();
        inOrder &= child.awaitStop();
      }
    }
    data.close();
    return inOrder;
  }
}
