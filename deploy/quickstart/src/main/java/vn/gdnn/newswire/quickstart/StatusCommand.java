package vn.gdnn.newswire.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import vn.gdnn.newswire.quickstart.client.IngestClient;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** Where an article is now, what it says of whom, and when each step happened. */
@Command(
    name = "status",
    description =
        "Where an article is now: its state, revision, tags, and when each step happened.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Gdnn gdnn;

  @Parameters(paramLabel = "ID", description = "The article's id.")
  private String id = "";

  @Override
  public Integer call() {
    Gdnn command = Objects.requireNonNull(gdnn);
    IngestClient client = command.client();
    JsonNode status =
        client
            .status(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        "No article %s is known, or the newswire does not answer now."
                            .formatted(id)));
    Optional<JsonNode> document = client.document(id);
    if (command.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("status", status);
      document.ifPresent(found -> object.put("document", found));
      command.terminal().resultObject(object);
    } else {
      print(command.terminal(), status, document);
    }
    return Gdnn.DONE;
  }

  private static void print(Terminal terminal, JsonNode status, Optional<JsonNode> document) {
    line(terminal, "id", status.path("id"));
    line(terminal, "state", status.path("state"));
    line(terminal, "reason", status.path("reason"));
    line(terminal, "place", status.path("place"));
    JsonNode found = document.orElse(status);
    line(terminal, "revision", found.path("revision"));
    line(terminal, "tagging", found.path("tagging"));
    line(terminal, "title", found.path("title"));
    line(terminal, "published", found.path("publishedAt"));
    line(terminal, "updated", found.path("updatedAt"));
    line(terminal, "notice", found.path("notice").path("text"));
    status
        .path("steps")
        .forEach(
            step ->
                terminal.result(
                    "%-10s %-10s %s"
                        .formatted(
                            "step", step.path("step").asString(""), step.path("at").asString(""))));
    found
        .path("tags")
        .forEach(
            tag ->
                terminal.result(
                    "%-10s %-10s %s  (%s, %d×)"
                        .formatted(
                            "tag",
                            tag.path("kind").asString(""),
                            tag.path("name").asString(""),
                            tag.path("id").asString(""),
                            tag.path("mentions").size())));
  }

  private static void line(Terminal terminal, String name, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      terminal.result("%-10s %s".formatted(name, value.asString("")));
    }
  }
}
