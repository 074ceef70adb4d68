package vn.gdnn.newswire.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.benchmarks.report.Machine;
import vn.gdnn.newswire.benchmarks.report.Report;
import vn.gdnn.newswire.benchmarks.report.Samples;
import vn.gdnn.newswire.benchmarks.run.Clock;
import vn.gdnn.newswire.benchmarks.run.ColdStart;
import vn.gdnn.newswire.benchmarks.run.Given;
import vn.gdnn.newswire.benchmarks.run.OpenNlp;
import vn.gdnn.newswire.benchmarks.text.Articles;
import vn.gdnn.newswire.benchmarks.text.GrownRegistry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.score.MarkedFile;

/**
 * Measures the tagger. Each round measures everything once, so that what else the machine does
 * meets everything alike; of the rounds the median counts.
 */
@Command(
    name = "tag",
    description =
        "How fast the tagger is beside OpenNLP, and how its time grows with the text and the"
            + " registry. Takes some two minutes a round.",
    mixinStandardHelpOptions = true)
final class BenchTag implements Callable<Integer> {

  private static final int[] LENGTHS = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final int GROWN = 100_000;
  private static final double MIB = 1 << 20;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "Articles to tag, marked or not (default: the seed drafts and the training text).")
  private @Nullable Path folder;

  @Option(names = "--rounds", description = "How often to measure (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(names = "--json", description = "The numbers as one JSON object.")
  private boolean json;

  private final Map<String, List<Double>> measured = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    if (rounds < 1) {
      throw new ParameterException(spec().commandLine(), "--rounds is to be 1 or more.");
    }
    Path checkout = Path.of(System.getProperty("gdnn.checkout", "")).toAbsolutePath();
    Path seeds = checkout.resolve("seeds");
    List<Path> folders =
        folder == null
            ? List.of(seeds.resolve("drafts"), seeds.resolve("training"))
            : List.of(folder.toAbsolutePath());
    List<MarkedFile> articles = Articles.read(folders);
    if (articles.isEmpty()) {
      throw new ParameterException(spec().commandLine(), "No .txt file in " + folders + ".");
    }
    Path scratch = Files.createTempDirectory("gdnn-bench");
    try {
      Report report = measure(seeds, new Given(folders, scratch.resolve("opennlp.bin")), articles);
      spec()
          .commandLine()
          .getOut()
          .println(json ? new JsonMapper().writeValueAsString(report) : report.table());
      return 0;
    } finally {
      delete(scratch);
    }
  }

  private Report measure(Path seeds, Given given, List<MarkedFile> articles) throws IOException {
    Machine machine = Machine.now();
    say("Training OpenNLP on seeds/training …");
    OpenNlp.train(Articles.read(List.of(seeds.resolve("training"))), given.openNlp());
    Path scratch = Objects.requireNonNull(given.openNlp().getParent());
    Path grown = Files.createDirectory(scratch.resolve("registry"));
    GrownRegistry.write(seeds.resolve("registry"), GROWN, grown);
    double characters = Articles.characters(articles);
    Clock clock = new Clock(given);
    for (int round = 1; round <= rounds; round++) {
      say("Round %d of %d: both taggers".formatted(round, rounds));
      Clock.Taken ours = clock.newswire("");
      Clock.Taken others = clock.openNlp();
      keep("newswire", characters * 1e9 / ours.processor());
      keep("newswire by clock", characters * 1e9 / ours.clock());
      keep("openNlp", characters * 1e9 / others.processor());
      keep("openNlp by clock", characters * 1e9 / others.clock());
      keep("ratio", others.processor() / ours.processor());
      for (int length : LENGTHS) {
        say("  texts of %,d characters".formatted(length));
        keep("growth " + length, clock.aCharacter(length).processor() / 1_000);
      }
      say("  a registry of %,d entries, and cold starts".formatted(GROWN));
      keep("grown", characters * 1e9 / clock.newswire(grown.toString()).processor());
      cold("today", "");
      cold("grown", grown.toString());
    }
    return report(
        machine.atTheEnd(),
        articles,
        RegistryFiles.packaged().entries().size(),
        RegistryFiles.folder(grown).entries().size());
  }

  private void keep(String what, double value) {
    measured.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
  }

  private void cold(String what, String registry) {
    ColdStart start = ColdStart.measured(registry);
    keep("load " + what, start.millis());
    keep("load by processor " + what, start.processorMillis());
    keep("heap " + what, start.heapBytes() / MIB);
  }

  private Samples samples(String what) {
    return Samples.of(Objects.requireNonNull(measured.get(what)));
  }

  private Report report(Machine machine, List<MarkedFile> articles, int today, int grown) {
    List<Report.Growth> growth = new ArrayList<>();
    for (int length : LENGTHS) {
      growth.add(new Report.Growth(length, samples("growth " + length)));
    }
    return new Report(
        machine,
        rounds,
        articles.size(),
        Articles.characters(articles),
        new Report.Speed(
            samples("newswire"),
            samples("newswire by clock"),
            samples("openNlp"),
            samples("openNlp by clock"),
            samples("ratio")),
        growth,
        List.of(ofRegistry(today, "today", "newswire"), ofRegistry(grown, "grown", "grown")));
  }

  private Report.OfRegistry ofRegistry(int entries, String which, String speed) {
    return new Report.OfRegistry(
        entries,
        samples(speed),
        samples("load " + which),
        samples("load by processor " + which),
        samples("heap " + which));
  }

  private void say(String sentence) {
    spec().commandLine().getErr().println(sentence);
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
