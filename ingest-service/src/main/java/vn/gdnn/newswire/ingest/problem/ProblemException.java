package vn.gdnn.newswire.ingest.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.ingest.article.FieldError;

/** Ends a request with a problem document. */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<FieldError> errors;

  /**
   * Makes one.
   *
   * @param kind what kind
   * @param detail a sentence that a person can act on
   * @param errors what is wrong, per field
   * @param cause what it came from
   */
  public ProblemException(
      ProblemKind kind, String detail, List<FieldError> errors, @Nullable Throwable cause) {
    super(detail, cause);
    this.kind = kind;
    this.errors = List.copyOf(errors);
  }

  /** Without fields or a cause. */
  public ProblemException(ProblemKind kind, String detail) {
    this(kind, detail, List.of(), null);
  }

  /** For one field. */
  public static ProblemException ofField(ProblemKind kind, String field, String detail) {
    return new ProblemException(
        kind, "%s: %s".formatted(field, detail), List.of(new FieldError(field, detail)), null);
  }

  /** What kind. */
  public ProblemKind kind() {
    return kind;
  }

  /** What is wrong, per field. */
  public List<FieldError> errors() {
    return errors;
  }
}
