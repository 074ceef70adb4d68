package vn.gdnn.newswire.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.gdnn.newswire.quickstart.client.Addresses;
import vn.gdnn.newswire.quickstart.client.DraftFile;
import vn.gdnn.newswire.quickstart.client.IngestClient;
import vn.gdnn.newswire.quickstart.process.DataDirectory;
import vn.gdnn.newswire.quickstart.process.Newswire;
import vn.gdnn.newswire.quickstart.process.Prepared;
import vn.gdnn.newswire.quickstart.process.Refusal;
import vn.gdnn.newswire.quickstart.process.Settings;

/** Runs the whole newswire on this machine until it is told to stop. */
@Command(
    name = "up",
    description = "Starts everything on this machine and stays in the foreground; Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("[^:/\\s]+:\\d{1,5}(,[^:/\\s]+:\\d{1,5})*");

  @ParentCommand private @Nullable Gdnn gdnn;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--no-seeds", description = "Submit no seed drafts.")
  private boolean noSeeds;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Use this Kafka instead of starting one.")
  private @Nullable String kafka;

  @Option(
      names = "--mongodb",
      paramLabel = "URI",
      description = "Use this MongoDB instead of starting a store.")
  private @Nullable String mongodb;

  private volatile boolean ready;

  @Override
  public Integer call() throws InterruptedException {
    checkUsage();
    Gdnn command = Objects.requireNonNull(gdnn);
    Terminal terminal = command.terminal();
    Instant begun = Instant.now();
    DataDirectory data = DataDirectory.open(command.data());
    Settings settings = new Settings(command.environment());
    Prepared prepared = new Prepared(command.checkout(), terminal::say);
    prepared.makeAll();
    Newswire newswire =
        new Newswire(
            data,
            prepared,
            settings,
            Optional.ofNullable(kafka),
            Optional.ofNullable(mongodb),
            terminal::say);
    Thread stop = new Thread(() -> stop(newswire, terminal), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    terminal.say("Starting on " + command.data() + " …");
    newswire.awaitGivenServers();
    newswire.start();
    newswire.awaitReady();
    Addresses addresses = Addresses.of(settings, true);
    data.writeAddresses(addresses.toJson());
    if (!noSeeds && !data.hasSeeds()) {
      submitSeeds(command, addresses, data);
    }
    terminal.say(
        "Ready after %.1f s. Ctrl-C stops it."
            .formatted(Duration.between(begun, Instant.now()).toMillis() / 1000.0));
    print(addresses, data.apiKey(), command);
    ready = true;
    new CountDownLatch(1).await();
    return Gdnn.DONE;
  }

  private void checkUsage() {
    CommandSpec usage = Objects.requireNonNull(spec);
    if (kafka != null && !HOST_AND_PORT.matcher(kafka).matches()) {
      throw new ParameterException(
          usage.commandLine(), "--kafka takes HOST:PORT, not \"%s\".".formatted(kafka));
    }
    if (mongodb != null
        && !mongodb.startsWith("mongodb://")
        && !mongodb.startsWith("mongodb+srv://")) {
      throw new ParameterException(
          usage.commandLine(),
          "--mongodb takes an address that begins with mongodb://, not \"%s\".".formatted(mongodb));
    }
  }

  private void stop(Newswire newswire, Terminal terminal) {
    if (newswire.isStarted()) {
      terminal.say("Stopping …");
      newswire.stop();
      terminal.say("Stopped.");
    }
    if (ready) {
      // Java would end with the signal's number, but to stop at Ctrl-C is what was asked.
      Runtime.getRuntime().halt(Gdnn.DONE);
    }
  }

  private static void submitSeeds(Gdnn command, Addresses addresses, DataDirectory data) {
    Path seeds = command.checkout().resolve("seeds/drafts");
    if (!Files.isDirectory(seeds)) {
      throw new Refusal(
          "The seed drafts are not in %s: give --no-seeds, or restore the folder."
              .formatted(seeds));
    }
    command.terminal().say("Submitting the seed drafts …");
    IngestClient client =
        new IngestClient(addresses, DataDirectory.apiKey(command.data()).orElseThrow());
    boolean allGood =
        new Submission(client, command.terminal())
            .send(
                DraftFile.find(List.of(seeds)),
                (file, outcome) ->
                    command
                        .terminal()
                        .say("  %s  %s".formatted(outcome.text(), file.externalId())));
    if (allGood) {
      data.seedsSubmitted();
    } else {
      command.terminal().say("Not all seed drafts are in; they are sent again at the next start.");
    }
  }

  private static void print(Addresses addresses, Path key, Gdnn command) {
    Map<String, String> printed = new LinkedHashMap<>();
    printed.put("site", addresses.site() + "/");
    printed.put("rss", addresses.site() + "/feeds/all.rss");
    printed.put("atom", addresses.site() + "/feeds/all.atom");
    printed.put("json", addresses.site() + "/feeds/all.json");
    printed.put("ingest", addresses.ingest() + "/api/articles");
    printed.put("key", key.toString());
    if (command.json()) {
      command.terminal().resultObject(printed);
    } else {
      printed.forEach((name, value) -> command.terminal().result("%-7s %s".formatted(name, value)));
    }
  }
}
