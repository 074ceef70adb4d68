package vn.gdnn.newswire.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.benchmarks.news.Archive;
import vn.gdnn.newswire.benchmarks.news.RunningService;
import vn.gdnn.newswire.benchmarks.news.StoreCommands;
import vn.gdnn.newswire.benchmarks.report.ArchiveReport;
import vn.gdnn.newswire.benchmarks.report.Machine;
import vn.gdnn.newswire.benchmarks.report.Samples;
import vn.gdnn.newswire.benchmarks.text.Articles;
import vn.gdnn.newswire.benchmarks.web.Answers;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.News;

/** Measures what a changed feed costs, and each list, as the archive grows. */
@Command(
    name = "render",
    description =
        "What it costs to keep and render a feed that changed, and to read lists, at growing sizes"
            + " of the archive.",
    mixinStandardHelpOptions = true)
final class BenchRender implements Callable<Integer> {

  private static final List<Integer> EMBEDDED = List.of(1_000, 10_000);
  private static final List<Integer> GIVEN = List.of(1_000, 10_000, 100_000);
  private static final int WARM_UP = 3;

  /** A little longer than another instance's change goes unnoticed. */
  private static final Duration NOTICED = Duration.ofMillis(150);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--mongodb",
      paramLabel = "URI",
      description = "A store to measure on; makes databases of its own there and drops them.")
  private @Nullable String uri;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N",
      description = "Articles (default: 1000,10000; with --mongodb also 100000).")
  private List<Integer> sizes = List.of();

  @Option(names = "--rounds", description = "How often to measure (default: ${DEFAULT-VALUE}).")
  private int rounds = 11;

  @Option(names = "--json", description = "The numbers as one JSON object.")
  private boolean json;

  private final List<ArchiveReport.Cost> costs = new ArrayList<>();
  private final StoreCommands commands = new StoreCommands();
  private final Answers answers = new Answers();

  @Override
  public Integer call() {
    if (rounds < 1 || sizes.stream().anyMatch(size -> size < 200)) {
      throw new ParameterException(
          spec().commandLine(), "--rounds is to be 1 or more, --sizes 200 or more each.");
    }
    Path seeds = Path.of(System.getProperty("gdnn.checkout", "")).toAbsolutePath().resolve("seeds");
    List<MarkedFile> texts = Articles.read(List.of(seeds.resolve("training")));
    Machine machine = Machine.now();
    String engine = "the embedded store, in memory";
    List<Integer> wanted = !sizes.isEmpty() ? sizes : uri == null ? EMBEDDED : GIVEN;
    for (int size : wanted) {
      if (uri == null) {
        measureEmbedded(texts, size);
      } else {
        engine = measure(uri, texts, size);
      }
    }
    ArchiveReport report = new ArchiveReport(machine.atTheEnd(), engine, rounds, costs);
    spec()
        .commandLine()
        .getOut()
        .println(json ? new JsonMapper().writeValueAsString(report) : report.table());
    return 0;
  }

  private void measureEmbedded(List<MarkedFile> texts, int size) {
    MongoServer server = new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
    try {
      measure(server.bindAndGetConnectionString(), texts, size);
    } finally {
      server.shutdownNow();
    }
  }

  /** What the engine says it is. */
  private String measure(String address, List<MarkedFile> texts, int size) {
    String name = "gdnn-bench-" + size + "-" + Long.toHexString(System.nanoTime());
    try (MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .addCommandListener(commands)
                .build())) {
      MongoDatabase database = client.getDatabase(name);
      try {
        Archive archive = new Archive(texts, database);
        long began = System.nanoTime();
        archive.fill(size);
        say("%,d articles written in %.0f s".formatted(size, (System.nanoTime() - began) / 1e9));
        try (RunningService service = new RunningService(client, name)) {
          feeds(archive, service);
          lists(archive, service.news());
        }
      } finally {
        database.drop();
      }
      return "MongoDB's protocol, version "
          + client
              .getDatabase("admin")
              .runCommand(new org.bson.Document("buildInfo", 1))
              .getString("version");
    }
  }

  private void feeds(Archive archive, RunningService service) {
    int last = archive.articles() - 1;
    String unit = archive.named(last).id();
    String all = service.address("/feeds/all.atom");
    String one = service.address("/feeds/units/" + unit + ".atom");
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      int number = last - 97 * ((round + WARM_UP) % 2);
      answered(all);
      answered(one);
      timed(measured, round, "Write and keep a correction", () -> archive.correct(number));
      sleep(NOTICED);
      timed(measured, round, "Render the feed of all after it, over HTTP", () -> answered(all));
      timed(measured, round, "Render a unit's feed after it, over HTTP", () -> answered(one));
      timed(measured, round, "The same feed again, unchanged", () -> answered(one));
    }
    keep(measured, archive.articles());
  }

  private void lists(Archive archive, News news) {
    int middle = archive.articles() / 2;
    Instant day = archive.published(middle);
    String unit = archive.named(middle).id();
    ArticleQuery.Position deep = new ArticleQuery.Position(day, archive.id(middle));
    Map<String, Runnable> reads = new LinkedHashMap<>();
    reads.put("An article", () -> news.article(archive.id(middle)).orElseThrow());
    reads.put("A unit", () -> news.entity(Kind.UNIT, unit).orElseThrow());
    reads.put("A page of the archive", () -> news.archive(FeedKey.ALL, 2).orElseThrow());
    reads.put("100 changes from the middle", () -> some(news.changes(middle, 100)));
    reads.put("The newest change", () -> some(news.newestChanges(1)));
    reads.put("20 newest articles", () -> list(news, ArticleQuery.newest(20)));
    reads.put("20 of a unit", () -> list(news, ArticleQuery.naming(Kind.UNIT, unit, 20)));
    reads.put("20 from the middle on", () -> list(news, query(null, null, null, null, deep)));
    reads.put(
        "20 of a day in the middle",
        () -> list(news, query(null, day, day.plus(Duration.ofDays(1)), null, null)));
    reads.put(
        "20 of a unit from the middle on", () -> list(news, query(unit, null, null, null, deep)));
    reads.put("20 with a common word", () -> list(news, query(null, null, null, "dao", null)));
    reads.put("20 with two words", () -> list(news, query(null, null, null, "dao truong", null)));
    reads.put(
        "The one with a rare word", () -> list(news, query(null, null, null, "" + middle, null)));
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, Runnable> read : reads.entrySet()) {
        timed(measured, round, read.getKey(), read.getValue());
      }
    }
    keep(measured, archive.articles());
  }

  private static ArticleQuery query(
      @Nullable String unit,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String words,
      ArticleQuery.@Nullable Position after) {
    return new ArticleQuery(unit == null ? null : Kind.UNIT, unit, from, to, words, after, 20);
  }

  private static void list(News news, ArticleQuery query) {
    some(news.articles(query, Document::title));
  }

  private static void some(List<?> found) {
    if (found.isEmpty()) {
      throw new IllegalStateException("nothing was found");
    }
  }

  private void answered(String address) {
    HttpResponse<byte[]> answer = answers.to(address, "Accept-Encoding", "gzip");
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " from " + address);
    }
  }

  private void timed(Map<String, Measured> measured, int round, String what, Runnable work) {
    commands.reset();
    long began = System.nanoTime();
    work.run();
    double millis = (System.nanoTime() - began) / 1e6;
    if (round >= 0) {
      Measured all = measured.computeIfAbsent(what, key -> new Measured());
      all.millis.add(millis);
      all.reads.add((double) commands.reads());
      all.writes.add((double) commands.writes());
    }
  }

  private void keep(Map<String, Measured> measured, int articles) {
    measured.forEach(
        (what, all) ->
            costs.add(
                new ArchiveReport.Cost(
                    what,
                    articles,
                    Samples.of(all.millis),
                    Samples.of(all.reads),
                    Samples.of(all.writes))));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void say(String sentence) {
    spec().commandLine().getErr().println(sentence);
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  private static final class Measured {
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> reads = new ArrayList<>();
    private final List<Double> writes = new ArrayList<>();
  }
}
