package vn.gdnn.newswire.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;

/** The formats that a draft may come in. */
enum DraftFormat {
  JSON,
  PLAIN_TEXT,
  HTML;

  private static final String ACCEPTED =
      "Send application/json, text/plain or text/html, each in UTF-8.";
  private static final int LONGEST = 500;
  private static final Set<Charset> READABLE =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

  /**
   * The format of this Content-Type.
   *
   * @throws ProblemException when it is none of ours
   */
  static DraftFormat of(@Nullable String contentType) {
    MediaType type = parse(contentType);
    DraftFormat format =
        switch (type.getType() + "/" + type.getSubtype()) {
          case "application/json" -> JSON;
          case "text/plain" -> PLAIN_TEXT;
          case "text/html" -> HTML;
          case "application/pdf" -> throw refused("Copy the text out of the PDF file. ");
          case "application/msword" ->
              throw refused("Save the Word file (.doc) as plain text (UTF-8). ");
          case "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              "multipart/form-data" ->
              throw refused("Files are not taken yet: save the document as plain text (UTF-8). ");
          case "application/x-ndjson" ->
              throw refused("Batches are not taken yet: send the drafts one by one. ");
          default -> throw refused("");
        };
    if (type.getCharset() != null && !READABLE.contains(type.getCharset())) {
      throw refused("Convert the text from " + type.getCharset() + " to UTF-8. ");
    }
    return format;
  }

  private static MediaType parse(@Nullable String contentType) {
    if (contentType == null) {
      throw refused("Say what it is in Content-Type. ");
    }
    try {
      if (contentType.length() <= LONGEST) {
        return MediaType.parseMediaType(contentType);
      }
    } catch (IllegalArgumentException e) {
      throw refused("The Content-Type can't be read. ");
    }
    throw refused("The Content-Type is too long. ");
  }

  private static ProblemException refused(String why) {
    return new ProblemException(ProblemKind.UNSUPPORTED_MEDIA_TYPE, why + ACCEPTED);
  }
}
