package vn.gdnn.newswire.ingest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.gdnn.newswire.ingest.article.FieldError;

/**
 * An RFC 9457 problem document.
 *
 * @param type what kind, a stable URN
 * @param title the kind in a few words
 * @param status HTTP status
 * @param detail what a person should do about it
 * @param errors what is wrong, per field
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Copies the list. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /** Of a kind. */
  public static Problem of(ProblemKind kind, String detail, List<FieldError> errors) {
    return new Problem(kind.type(), kind.title(), kind.status(), detail, errors);
  }
}
