package vn.gdnn.newswire.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * An error as RFC 9457 has it.
 *
 * @param type {@code urn:gdnn-newswire:problem:…}, stable: programs may rely on it
 * @param title the type in words
 * @param status the HTTP status
 * @param detail what happened and what to do about it
 * @param errors the fields at fault, if any
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "urn:gdnn-newswire:problem:";

  /** Copies the list. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * A problem.
   *
   * @param status the HTTP status
   * @param type the last part of its type
   * @param title the type in words
   * @param detail what happened and what to do about it
   * @param errors the fields at fault, if any
   */
  public static Problem of(
      HttpStatus status, String type, String title, String detail, List<FieldError> errors) {
    return new Problem(TYPES + type, title, status.value(), detail, errors);
  }

  /** A problem that no single field is to blame for. */
  public static Problem of(HttpStatus status, String type, String title, String detail) {
    return of(status, type, title, detail, List.of());
  }

  /** Nothing is at this address. */
  public static Problem notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, "not-found", "Not found", detail);
  }

  /** No key was shown that opens this address. */
  public static Problem unauthorized(String detail) {
    return of(HttpStatus.UNAUTHORIZED, "unauthorized", "A key is needed", detail);
  }

  /** A parameter can't be read. */
  public static Problem badParameter(String name, String detail) {
    return of(
        HttpStatus.BAD_REQUEST,
        "bad-parameter",
        "Bad parameter",
        name + ": " + detail,
        List.of(new FieldError(name, detail)));
  }

  /**
   * What is wrong with one field.
   *
   * @param field its name
   * @param detail what is wrong and what is right
   */
  public record FieldError(String field, String detail) {}

  /** Ends a request with a problem. */
  public static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Ends it with this one. */
    public Refused(Problem problem) {
      super(problem.detail());
      this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
      return problem;
    }
  }
}
