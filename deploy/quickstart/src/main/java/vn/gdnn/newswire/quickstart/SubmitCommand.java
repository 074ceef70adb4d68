package vn.gdnn.newswire.quickstart;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.gdnn.newswire.quickstart.client.DraftFile;
import vn.gdnn.newswire.quickstart.client.Outcome;

/** Sends drafts and waits for what becomes of them: a line each, {@code id⇥outcome⇥file}. */
@Command(
    name = "submit",
    description =
        "Sends drafts, or folders of them, to the running newswire and waits for what becomes of each.",
    mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Gdnn gdnn;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A draft (UTF-8 text), or a folder of drafts.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    Gdnn command = Objects.requireNonNull(gdnn);
    List<DraftFile> drafts = DraftFile.find(files);
    boolean allGood =
        new Submission(command.client(), command.terminal())
            .send(drafts, (file, outcome) -> tell(command, file, outcome));
    return allGood ? Gdnn.DONE : Gdnn.REFUSED;
  }

  private static void tell(Gdnn command, DraftFile file, Outcome outcome) {
    if (command.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("id", outcome.id());
      object.put("outcome", outcome.state());
      Optional.ofNullable(outcome.detail()).ifPresent(reason -> object.put("reason", reason));
      object.put("file", file.path().toString());
      command.terminal().resultObject(object);
    } else {
      command
          .terminal()
          .result(
              "%s\t%s\t%s"
                  .formatted(
                      Optional.ofNullable(outcome.id()).orElse("-"), outcome.text(), file.path()));
    }
  }
}
