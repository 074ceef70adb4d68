package vn.gdnn.newswire.publish.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire type, in the words of IPTC's ninjs 3.1:
 * http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json. What is empty is left out.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Ninjs(
    String uri,
    Standard standard,
    String type,
    String representationType,
    String version,
    Instant versionCreated,
    @Nullable Instant contentCreated,
    String pubStatus,
    String language,
    @Nullable String by,
    List<Text> headlines,
    List<Text> descriptions,
    List<Text> bodies,
    List<Named> people,
    List<Named> organisations,
    List<Named> subjects,
    List<Source> infoSources,
    List<AltId> altIds,
    List<Associated> associations) {

  record Standard(String name, String version, String schema) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Text(
      String role,
      String contentType,
      @Nullable Integer charCount,
      @Nullable Integer wordCount,
      String value) {}

  record Named(String name, String rel, String uri, String literal) {}

  record Source(String name, String role) {}

  record AltId(String role, String value) {}

  record Associated(String name, String rel, String uri, String type, List<Rendition> renditions) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rendition(
      String name, String href, @Nullable String contentType, @Nullable Long sizeInBytes) {}
}
