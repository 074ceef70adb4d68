package vn.gdnn.newswire.publish.push.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param result what it means for us
 * @param status the HTTP status; 0 where none came
 * @param retryAfter how long we are asked to wait, if we are
 * @param words for people: what happened, without the address
 */
public record Answer(Result result, int status, @Nullable Duration retryAfter, String words) {

  /** What an answer means for us. */
  public enum Result {
    /** 2xx. */
    DELIVERED,
    /** 4xx but for those below: sending the same again would be no use. */
    REFUSED,
    /** 410: it wants nothing from us any more. */
    GONE,
    /** 408 and 429: it wants it, but not now. */
    LATER,
    /** 5xx, or a redirect, which is not followed. */
    FAILED,
    /** No answer in time. */
    TIMEOUT,
    /** No such name, no connection, or one that broke. */
    UNREACHABLE,
    /** Its name leads to an address that is not in the open internet. Nothing was sent. */
    BLOCKED,
    /** There is no secret to sign with. Nothing was sent. */
    UNSIGNED;

    /** As a metric's tag. */
    public String tag() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Nothing was sent, or nothing came back. */
  public static Answer none(Result result, String words) {
    return new Answer(result, 0, null, words);
  }

  /** What a status means. */
  static Answer of(int status, @Nullable Duration retryAfter) {
    Result result =
        switch (status) {
          case 408, 429 -> Result.LATER;
          case 410 -> Result.GONE;
          default ->
              status / 100 == 2
                  ? Result.DELIVERED
                  : status / 100 == 4 ? Result.REFUSED : Result.FAILED;
        };
    String words =
        status / 100 == 3
            ? "answered " + status + ": redirects are not followed, give its new address"
            : "answered " + status;
    return new Answer(result, status, retryAfter, words);
  }
}
