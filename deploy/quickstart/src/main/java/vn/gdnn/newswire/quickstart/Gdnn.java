package vn.gdnn.newswire.quickstart;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import vn.gdnn.newswire.quickstart.client.Addresses;
import vn.gdnn.newswire.quickstart.client.IngestClient;
import vn.gdnn.newswire.quickstart.process.DataDirectory;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** The {@code gdnn} command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
    name = "gdnn",
    description = "The GDNN newswire: drafts in, tagged documents, pages and feeds out.",
    mixinStandardHelpOptions = true,
    version = "gdnn 0.1.0",
    subcommands = {
      UpCommand.class,
      SubmitCommand.class,
      StatusCommand.class,
      WithdrawCommand.class,
      TagCommand.class,
      PrepareCommand.class
    })
public final class Gdnn implements Runnable {

  /** All went as asked. */
  public static final int DONE = 0;

  /** Something was refused, or failed. */
  public static final int REFUSED = 1;

  /** The command line makes no sense. */
  public static final int WRONG_USAGE = 2;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Where the newswire keeps everything (default: GDNN_DATA, else .gdnn in the checkout).")
  private @Nullable Path data;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Results as JSON, one object a line.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Path checkout;
  private final Terminal terminal;

  Gdnn(Map<String, String> environment, Path checkout, Terminal terminal) {
    this.environment = Map.copyOf(environment);
    this.checkout = checkout;
    this.terminal = terminal;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, false, StandardCharsets.UTF_8),
            System.console() != null);
    Path checkout = Path.of(System.getProperty("gdnn.checkout", "")).toAbsolutePath();
    System.exit(run(System.getenv(), checkout, terminal, args));
  }

  static int run(
      Map<String, String> environment, Path checkout, Terminal terminal, String... args) {
    CommandLine line = new CommandLine(new Gdnn(environment, checkout, terminal));
    line.setOut(terminal.results());
    line.setErr(terminal.people());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          terminal.progressDone();
          terminal.say(
              failure instanceof Refusal refusal ? refusal.getMessage() : "It failed: " + failure);
          return REFUSED;
        });
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec().commandLine(), "Say what to do: up, submit, status, withdraw or tag.");
  }

  private CommandSpec spec() {
    return java.util.Objects.requireNonNull(spec);
  }

  Terminal terminal() {
    return terminal;
  }

  boolean json() {
    return json;
  }

  Map<String, String> environment() {
    return environment;
  }

  Path checkout() {
    return checkout;
  }

  Path data() {
    return Optional.ofNullable(data)
        .or(
            () ->
                Optional.ofNullable(environment.get("GDNN_DATA"))
                    .filter(given -> !given.isBlank())
                    .map(Path::of))
        .orElseGet(() -> checkout.resolve(".gdnn"))
        .toAbsolutePath()
        .normalize();
  }

  /** A client of the newswire that runs on the data directory. */
  IngestClient client() {
    String key =
        DataDirectory.apiKey(data())
            .orElseThrow(
                () ->
                    new Refusal(
                        "%s holds no api-key: start a newswire there with ./gdnn up, or name its directory with --data."
                            .formatted(data())));
    return new IngestClient(Addresses.of(data(), environment), key);
  }
}
