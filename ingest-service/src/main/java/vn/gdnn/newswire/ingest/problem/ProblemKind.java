package vn.gdnn.newswire.ingest.problem;

/** The kinds of problems. Type and status are API: they never change. */
public enum ProblemKind {
  /** A field holds what it must not. */
  INVALID_DRAFT("invalid-draft", 400, "The draft can't be accepted"),
  /** A path, query or header value of a request is wrong. */
  INVALID_REQUEST("invalid-request", 400, "The request can't be understood"),
  /** Not JSON, or not the JSON that was asked for. */
  MALFORMED("malformed", 400, "The JSON can't be read"),
  /** Not UTF-8. */
  NOT_UTF8("not-utf-8", 400, "The text is not UTF-8"),
  /** TCVN3 or VNI. */
  OLD_ENCODING("old-encoding", 400, "The text is in an old Vietnamese encoding"),
  /** No key, or not ours. */
  UNAUTHORIZED("unauthorized", 401, "A key is needed"),
  /** The key may not speak for this source. */
  FORBIDDEN("forbidden", 403, "The key may not speak for this source"),
  /** No such address, or nothing known by this id. */
  NOT_FOUND("not-found", 404, "Not found"),
  /** The address does not take this method. */
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take this method"),
  /** The client went away, or fell silent, before its request was here. */
  INCOMPLETE("incomplete", 400, "The request did not arrive whole"),
  /** Larger than a draft may be. */
  TOO_LARGE("too-large", 413, "The draft is too large"),
  /** A media type that is not accepted. */
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not accepted"),
  /** Our own fault. */
  INTERNAL("internal", 500, "Something went wrong here"),
  /** Kafka has not confirmed the event: it may be there or not. */
  NOT_KNOWN("not-known", 503, "It is not known whether the article was taken"),
  /** Too many large drafts at once. */
  BUSY("busy", 503, "Too much at once"),
  /** Publish, which keeps the journeys, is away. */
  STATUS_UNAVAILABLE("status-unavailable", 503, "The status can't be told now"),
  /** Enrich, which tags, is away. */
  PREVIEW_UNAVAILABLE("preview-unavailable", 503, "The draft can't be previewed now");

  private final String wire;
  private final int status;
  private final String title;

  ProblemKind(String wire, int status, String title) {
    this.wire = wire;
    this.status = status;
    this.title = title;
  }

  /** The last part of the type, and the reason in counters. */
  public String wire() {
    return wire;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** What it says in a few words. */
  public String title() {
    return title;
  }
}
