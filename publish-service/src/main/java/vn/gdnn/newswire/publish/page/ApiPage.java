package vn.gdnn.newswire.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Representation;

/** The API's description, as OpenAPI for programs and as a page for those who write them. */
@Controller
class ApiPage {

  private final Representation openApi;
  private final Representation page;

  ApiPage(Templates templates, Site site, Addresses addresses) {
    byte[] description = description();
    this.openApi = Representation.of("application/json", description, null);
    JsonNode root = JsonMapper.shared().readTree(description);
    this.page =
        templates.render(
            "api",
            new View(
                site.page("API", addresses.local("/api"), FeedKey.ALL, false),
                root.at("/info/description").asString(),
                addresses.local("/api/openapi.json"),
                operations(root, "paths", "get"),
                operations(root, "webhooks", "post")));
  }

  private static byte[] description() {
    try (InputStream in = ApiPage.class.getResourceAsStream("/openapi.json")) {
      return Objects.requireNonNull(in, "openapi.json").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the API's description can't be read", e);
    }
  }

  private static List<Operation> operations(JsonNode root, String section, String method) {
    List<Operation> operations = new ArrayList<>();
    root.get(section)
        .forEachEntry((path, methods) -> operations.add(operation(path, methods.get(method))));
    return operations;
  }

  private static Operation operation(String path, JsonNode described) {
    List<Item> parameters = new ArrayList<>();
    described
        .path("parameters")
        .forEach(
            parameter ->
                parameters.add(
                    new Item(
                        parameter.get("name").asString(),
                        parameter.path("description").asString(""))));
    List<Item> answers = new ArrayList<>();
    described
        .get("responses")
        .forEachEntry(
            (status, answer) ->
                answers.add(new Item(status, answer.get("description").asString())));
    return new Operation(
        path,
        described.get("summary").asString(),
        described.path("description").asString(""),
        parameters,
        !parameters.isEmpty(),
        answers);
  }

  @GetMapping("/api")
  void page(HttpServletRequest request, HttpServletResponse response) {
    page.send(request, response);
  }

  @GetMapping("/api/openapi.json")
  void openApi(HttpServletRequest request, HttpServletResponse response) {
    openApi.send(request, response);
  }

  /** The page. */
  record View(
      Frame frame,
      String about,
      String openApi,
      List<Operation> operations,
      List<Operation> webhooks) {}

  /** What can be asked, or is sent. */
  record Operation(
      String path,
      String summary,
      String description,
      List<Item> parameters,
      boolean hasParameters,
      List<Item> answers) {}

  /** A parameter or an answer. */
  record Item(String name, String words) {}
}
