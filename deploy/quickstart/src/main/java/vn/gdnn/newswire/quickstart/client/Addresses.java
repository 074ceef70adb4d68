package vn.gdnn.newswire.quickstart.client;

import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.quickstart.process.DataDirectory;
import vn.gdnn.newswire.quickstart.process.Settings;

/**
 * Where a newswire answers.
 *
 * @param ingest address of the ingest service, without a path
 * @param publish address of the publish service
 * @param site what stands in feeds and pages
 * @param known whether a running {@code up} said so, or these are the defaults
 */
public record Addresses(String ingest, String publish, String site, boolean known) {

  /** Those of the newswire that runs on a data directory; the defaults where none has left word. */
  public static Addresses of(Path data, Map<String, String> environment) {
    return DataDirectory.addresses(data)
        .map(Addresses::parse)
        .orElseGet(() -> of(new Settings(environment), false));
  }

  /** Those that settings lead to. */
  public static Addresses of(Settings settings, boolean known) {
    return new Addresses(
        settings.url("ingest"), settings.url("publish"), settings.publicUrl(), known);
  }

  private static Addresses parse(String text) {
    JsonNode json = new JsonMapper().readTree(text);
    return new Addresses(
        json.path("ingest").asString(),
        json.path("publish").asString(),
        json.path("site").asString(),
        true);
  }

  /** For the data directory, as one object. */
  public String toJson() throws JacksonException {
    return new JsonMapper()
        .writeValueAsString(Map.of("ingest", ingest, "publish", publish, "site", site));
  }
}
