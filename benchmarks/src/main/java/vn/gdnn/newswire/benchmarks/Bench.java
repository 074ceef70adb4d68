package vn.gdnn.newswire.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code gdnn bench} command. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
    name = "gdnn bench",
    description = "Measures how fast this newswire is.",
    mixinStandardHelpOptions = true,
    subcommands = {BenchTag.class, BenchFeeds.class, BenchRender.class})
public final class Bench implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String... args) {
    CommandLine line = new CommandLine(new Bench());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("It failed: " + failure);
          return 1;
        });
    System.exit(line.execute(args));
  }

  @Override
  public void run() {
    CommandSpec here = Objects.requireNonNull(spec);
    throw new ParameterException(here.commandLine(), "Say what to measure: tag, feeds or render.");
  }
}
