package vn.gdnn.newswire.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Image;
import vn.gdnn.newswire.ingest.article.DraftFields;
import vn.gdnn.newswire.ingest.article.DraftRefused;
import vn.gdnn.newswire.ingest.article.FieldError;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;

/**
 * Reads a draft from JSON, token by token: no tree is built, so hostile JSON costs no more memory
 * than it has bytes. Types are exact, a field may be given once, and a field that a draft does not
 * have is named.
 */
final class JsonDraft {

  private static final int MOST_ERRORS = 20;
  private static final String FIELDS =
      "externalId, source, version, title, body, html, byline, publishedAt, embargoUntil, note,"
          + " images and attachments";
  private static final int MOST_ITEMS = 1_000;

  /** Whoever sends a file knows these of it, whatever stands inside. */
  private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("externalId", "source"));

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxNumberLength(100)
                  .maxNameLength(200)
                  .maxStringLength(16 * 1024 * 1024)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonParser parser;
  private final List<FieldError> errors = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private @Nullable String externalId;
  private @Nullable String source;
  private @Nullable String version;
  private @Nullable String title;
  private @Nullable String body;
  private @Nullable String html;
  private @Nullable String byline;
  private @Nullable String note;
  private @Nullable String publishedAt;
  private @Nullable String embargoUntil;
  private boolean embargoGiven;

  private JsonDraft(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads a draft.
   *
   * @param query the decoded parameters: {@code externalId} and {@code source} stand in for fields
   *     that the JSON does not have
   * @throws ProblemException when it is not JSON, naming the place
   * @throws DraftRefused naming each field of a wrong type or name, and each parameter that there
   *     is not or that contradicts the JSON
   */
  static DraftFields read(String json, Map<String, String[]> query) {
    QueryDraft.check(query, PARAMETERS);
    String text = json.startsWith("\ufeff") ? json.substring(1) : json;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return new JsonDraft(parser).read(query);
    } catch (StreamConstraintsException e) {
      throw malformed("nested too deep, or a number or name is too long", e.getLocation(), e);
    } catch (JacksonException e) {
      boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
      throw malformed(twice ? "a field is given twice" : "this is not JSON", e.getLocation(), e);
    }
  }

  private static ProblemException malformed(
      String what, @Nullable TokenStreamLocation at, @Nullable Throwable cause) {
    String where =
        at == null ? "" : "Line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
    return new ProblemException(ProblemKind.MALFORMED, where + what + ".", List.of(), cause);
  }

  private DraftFields read(Map<String, String[]> query) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw malformed("a draft is a JSON object", parser.currentTokenLocation(), null);
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      field(name);
    }
    if (parser.nextToken() != null) {
      throw malformed("something follows the draft", parser.currentTokenLocation(), null);
    }
    externalId = agreed("externalId", externalId, QueryDraft.value(query, "externalId"));
    source = agreed("source", source, QueryDraft.value(query, "source"));
    if (!errors.isEmpty()) {
      throw new DraftRefused(errors);
    }
    return new DraftFields(
        externalId,
        source,
        version,
        title,
        body,
        html,
        byline,
        note,
        publishedAt,
        embargoUntil,
        embargoGiven,
        images,
        attachments);
  }

  private @Nullable String agreed(String field, @Nullable String inJson, @Nullable String inQuery) {
    if (inJson != null && inQuery != null && !inJson.equals(inQuery)) {
      errors.add(new FieldError(field, "The query says another one than the JSON: give one."));
    }
    return inJson == null ? inQuery : inJson;
  }

  private void field(String name) {
    switch (name) {
      case "externalId" -> externalId = text(name);
      case "source" -> source = text(name);
      case "version" -> version = version();
      case "title" -> title = text(name);
      case "body" -> body = text(name);
      case "html" -> html = text(name);
      case "byline" -> byline = text(name);
      case "note" -> note = text(name);
      case "publishedAt" -> publishedAt = text(name);
      case "embargoUntil" -> {
        embargoGiven = true;
        embargoUntil = text(name);
      }
      case "images" -> items(name, this::image);
      case "attachments" -> items(name, this::attachment);
      default -> unknown(name, FIELDS);
    }
  }

  private void error(String field, String detail) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new FieldError(field, detail));
    }
    parser.skipChildren();
  }

  private void unknown(String name, String known) {
    error(name, "A draft has no such field. It has " + known + ".");
  }

  /** A string; null is the same as absent. */
  private @Nullable String text(String field) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      error(field, "Give a string.");
    }
    return null;
  }

  private @Nullable String version() {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? parser.getString()
        : parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT ? wrongVersion() : text("version");
  }

  private @Nullable String wrongVersion() {
    error("version", "Give a whole number or an ISO 8601 time with a zone.");
    return null;
  }

  private void items(String name, Consumer<String> item) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      error(name, "Give an array of objects.");
      return;
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      String at = name + "[" + i + "]";
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        error(at, "Give an object.");
      } else {
        item.accept(at);
      }
      if (i == MOST_ITEMS) {
        throw new DraftRefused(name, "These are too many.");
      }
    }
  }

  private void image(String at) {
    String url = null;
    String caption = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "url" -> url = text(at + ".url");
        case "caption" -> caption = text(at + ".caption");
        default -> unknown(at + "." + name, "for each image url and caption");
      }
    }
    if (url == null) {
      error(at + ".url", "Give the picture's address.");
    } else {
      images.add(new Image(url, caption));
    }
  }

  private void attachment(String at) {
    String url = null;
    String title = null;
    String type = null;
    Long size = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "url" -> url = text(at + ".url");
        case "title" -> title = text(at + ".title");
        case "type" -> type = text(at + ".type");
        case "size" -> size = size(at + ".size");
        default -> unknown(at + "." + name, "for each attachment url, title, type and size");
      }
    }
    if (url == null) {
      error(at + ".url", "Give the document's address.");
    } else {
      attachments.add(new Attachment(url, title, type, size));
    }
  }

  private @Nullable Long size(String field) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    error(field, "Give the length in bytes, a whole number.");
    return null;
  }
}
