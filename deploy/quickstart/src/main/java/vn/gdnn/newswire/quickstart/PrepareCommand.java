package vn.gdnn.newswire.quickstart;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import vn.gdnn.newswire.quickstart.process.Prepared;

/** What the script runs after a build, so that {@code up} starts quickly the first time too. */
@Command(
    name = "prepare",
    hidden = true,
    description = "Prepares what was built for a quick start.")
final class PrepareCommand implements Runnable {

  @ParentCommand private @Nullable Gdnn gdnn;

  @Override
  public void run() {
    Gdnn command = java.util.Objects.requireNonNull(gdnn);
    new Prepared(command.checkout(), command.terminal()::say).makeAll();
  }
}
