package vn.gdnn.newswire.ingest.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.ingest.access.ApiKey;
import vn.gdnn.newswire.ingest.access.KeyFilter;
import vn.gdnn.newswire.ingest.article.Articles;
import vn.gdnn.newswire.ingest.article.DraftFields;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;
import vn.gdnn.newswire.ingest.text.CleanText;

/** Values that requests bring in path, query and headers, checked. */
public final class Requests {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final Pattern IDEMPOTENCY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int LONGEST_REASON = 500;

  private Requests() {}

  static ApiKey key(HttpServletRequest request) {
    return (ApiKey) request.getAttribute(KeyFilter.KEY);
  }

  /**
   * The draft as the holder of the request's key hands it in.
   *
   * @param fields what was sent
   * @param raw the draft as it was sent
   * @param receivedAt when
   * @throws ProblemException when the key may not speak for its source
   * @throws vn.gdnn.newswire.ingest.article.DraftRefused naming each field that is wrong
   * @throws vn.gdnn.newswire.ingest.text.UnreadableText when its text is no Unicode text
   */
  public static Articles.Accepted draft(
      HttpServletRequest request, DraftFields fields, RawDraft raw, Instant receivedAt) {
    ApiKey key = key(request);
    Articles.Accepted draft = Articles.accept(fields, key.name(), raw, receivedAt);
    if (!key.speaksFor(draft.event().source())) {
      throw new ProblemException(
          ProblemKind.FORBIDDEN, "Use a key of this source, or leave source out.");
    }
    return draft;
  }

  /**
   * An article's id.
   *
   * @throws ProblemException when the text is none
   */
  public static UUID articleId(String text) {
    if (!ID.matcher(text).matches()) {
      throw ProblemException.ofField(
          ProblemKind.INVALID_REQUEST,
          "id",
          "An article's id is a UUID, as the answer to its draft gives it.");
    }
    return UUID.fromString(text);
  }

  /** The same for the same request sent again with its Idempotency-Key, else random. */
  static String eventId(HttpServletRequest request) {
    String given = request.getHeader(IDEMPOTENCY_KEY);
    if (given == null) {
      return UUID.randomUUID().toString();
    }
    if (!IDEMPOTENCY_FORM.matcher(given).matches()) {
      throw ProblemException.ofField(
          ProblemKind.INVALID_REQUEST,
          IDEMPOTENCY_KEY,
          "Give 1 to 200 printable ASCII characters without spaces.");
    }
    return ArticleIds.ofRequest(key(request).name(), given).toString();
  }

  /** Why an article is withdrawn; readers see it. */
  static String reason(HttpServletRequest request) {
    String reason =
        Optional.ofNullable(request.getParameter("reason"))
            .filter(given -> given.length() <= 4 * LONGEST_REASON && given.indexOf('\ufffd') < 0)
            .map(given -> CleanText.of(given).text().strip())
            .orElse("");
    if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw ProblemException.ofField(
          ProblemKind.INVALID_REQUEST,
          "reason",
          "Say why in ?reason=, 1 to 500 characters, percent-encoded UTF-8. Readers see it.");
    }
    return reason;
  }
}
