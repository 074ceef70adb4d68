package vn.gdnn.newswire.ingest.article;

import java.util.List;

/** A draft that can't be accepted as it is. */
public class DraftRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /**
   * Makes one.
   *
   * @param errors at least one
   */
  public DraftRefused(List<FieldError> errors) {
    super("%s: %s".formatted(errors.get(0).field(), errors.get(0).detail()));
    this.errors = List.copyOf(errors);
  }

  /** For one field. */
  public DraftRefused(String field, String detail) {
    this(List.of(new FieldError(field, detail)));
  }

  /** What is wrong, per field. */
  public List<FieldError> errors() {
    return errors;
  }
}
