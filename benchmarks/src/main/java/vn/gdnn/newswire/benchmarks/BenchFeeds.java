package vn.gdnn.newswire.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eclipse.jetty.util.Jetty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.benchmarks.report.FeedReport;
import vn.gdnn.newswire.benchmarks.report.Machine;
import vn.gdnn.newswire.benchmarks.text.Articles;
import vn.gdnn.newswire.benchmarks.web.FeedServers;
import vn.gdnn.newswire.benchmarks.web.Programs;
import vn.gdnn.newswire.benchmarks.web.Wrk;

/** Measures a feed of 50 articles at publish-service and at nginx, in turn. */
@Command(
    name = "feeds",
    description =
        "How fast feeds are served, beside nginx with the same bytes in files. Needs nginx and"
            + " wrk.",
    mixinStandardHelpOptions = true)
final class BenchFeeds implements Callable<Integer> {

  private static final String GZIP = "Accept-Encoding: gzip";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rounds", description = "How often to measure (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(names = "--seconds", description = "Of each measurement (default: ${DEFAULT-VALUE}).")
  private int seconds = 5;

  @Option(names = "--feed", description = "Which feed (default: ${DEFAULT-VALUE}).")
  private String feed = "all.atom";

  @Option(
      names = "--pin",
      description =
          "One processor for the server (nginx then with one worker), another for wrk; else all"
              + " share all.")
  private boolean pin;

  @Option(names = "--json", description = "The numbers as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || seconds < 1 || !feed.matches("all\\.[a-z]+")) {
      throw new ParameterException(
          spec().commandLine(),
          "--rounds and --seconds are to be 1 or more, --feed all.rss, all.atom or all.json.");
    }
    Path nginx = Programs.find("nginx").orElse(null);
    Path wrk = Programs.find("wrk").orElse(null);
    if (nginx == null || wrk == null) {
      say("This needs nginx and wrk: apt-get install nginx-light wrk");
      return 1;
    }
    Path seeds = Path.of(System.getProperty("gdnn.checkout", "")).toAbsolutePath().resolve("seeds");
    Path scratch = Files.createTempDirectory("gdnn-bench");
    // nginx's workers may run as another user.
    scratch.toFile().setExecutable(true, false);
    scratch.toFile().setReadable(true, false);
    try (FeedServers servers =
        new FeedServers(
            scratch,
            nginx,
            Articles.read(List.of(seeds.resolve("training"))),
            pinned(0),
            pin ? "1" : "auto")) {
      FeedReport report = measure(servers, new Wrk(wrk, seconds, pinned(1)));
      spec()
          .commandLine()
          .getOut()
          .println(json ? new JsonMapper().writeValueAsString(report) : report.table());
      return 0;
    } finally {
      BenchTag.delete(scratch);
    }
  }

  private List<String> pinned(int processor) {
    return pin ? List.of("taskset", "-c", Integer.toString(processor)) : List.of();
  }

  private FeedReport measure(FeedServers servers, Wrk wrk) throws IOException {
    Machine machine = Machine.now();
    int[] bytes = servers.same(feed);
    List<String> addresses = List.of(servers.nginx(feed), servers.newswire(feed));
    List<List<Double>> whole = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Double>> held = List.of(new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round <= rounds; round++) {
      say(round == 0 ? "Warming up" : "Round %d of %d".formatted(round, rounds));
      for (int i = 0; i < 2; i++) {
        // Each is first every other round.
        int server = (round + i) % 2;
        String address = addresses.get(server);
        double rate = wrk.rate(address, List.of(GZIP));
        double heldRate =
            wrk.rate(address, List.of(GZIP, "If-None-Match: " + servers.tag(address)));
        if (round > 0) {
          whole.get(server).add(rate);
          held.get(server).add(heldRate);
        }
      }
    }
    servers.same(feed);
    return new FeedReport(
        machine.atTheEnd(),
        "publish-service: Jetty %s, heap 192 MiB, serial collector. nginx: gzip_static and sendfile on, access_log off, worker_processes %s. %s."
            .formatted(
                Jetty.VERSION,
                pin ? "1" : "auto",
                pin
                    ? "The server on processor 0, wrk on 1"
                    : "Server and wrk share all processors"),
        rounds,
        seconds,
        feed,
        bytes[0],
        bytes[1],
        FeedReport.Beside.of(whole.get(0), whole.get(1)),
        FeedReport.Beside.of(held.get(0), held.get(1)));
  }

  private void say(String sentence) {
    spec().commandLine().getErr().println(sentence);
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
