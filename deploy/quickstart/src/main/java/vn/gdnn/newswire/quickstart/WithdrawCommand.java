package vn.gdnn.newswire.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.gdnn.newswire.quickstart.client.IngestClient;
import vn.gdnn.newswire.quickstart.client.Outcome;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** Takes an article back, for the reason that readers will see. */
@Command(
    name = "withdraw",
    description = "Withdraws an article and waits until readers see it.",
    mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Gdnn gdnn;

  @Parameters(paramLabel = "ID", description = "The article's id.")
  private String id = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; readers see it.")
  private String reason = "";

  @Override
  public Integer call() {
    Gdnn command = Objects.requireNonNull(gdnn);
    IngestClient client = command.client();
    IngestClient.Answer answer = client.withdraw(id, reason);
    if (answer.problem() != null) {
      throw new Refusal("Not withdrawn: " + answer.problem());
    }
    command.terminal().progress("Waiting for what becomes of it …");
    Outcome outcome = client.await(answer);
    command.terminal().progressDone();
    if (command.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("id", id);
      object.put("outcome", outcome.state());
      Optional.ofNullable(outcome.detail()).ifPresent(why -> object.put("reason", why));
      command.terminal().resultObject(object);
    } else {
      command.terminal().result(id + "\t" + outcome.text());
    }
    return outcome.isGood() ? Gdnn.DONE : Gdnn.REFUSED;
  }
}
