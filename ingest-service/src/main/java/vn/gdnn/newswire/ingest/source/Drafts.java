package vn.gdnn.newswire.ingest.source;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.ingest.article.DraftFields;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.text.Utf8;

/** Reads the draft that a request carries, whatever accepted format it is in. */
@Component
public class Drafts {

  /** The most bytes that a draft may have. */
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final int HEAVY_AT_ONCE = 2;
  private static final long PATIENCE_MILLIS = 10_000;

  private final HeavyDrafts heavy = new HeavyDrafts(HEAVY_AT_ONCE, PATIENCE_MILLIS);

  /**
   * Reads a draft and does something with it.
   *
   * @param request brings it
   * @param work given its fields and the draft as it was sent
   * @return what the work returns
   * @throws ProblemException when the format, size or JSON is wrong
   * @throws vn.gdnn.newswire.ingest.article.DraftRefused naming fields of a wrong type or name
   * @throws vn.gdnn.newswire.ingest.text.UnreadableText when it is not UTF-8
   */
  public <T> T read(HttpServletRequest request, BiFunction<DraftFields, RawDraft, T> work)
      throws IOException {
    DraftFormat format = DraftFormat.of(request.getContentType());
    byte[] bytes = DraftBody.read(request, MOST_BYTES);
    Runnable leave = heavy.enter(bytes.length);
    try {
      String text = Utf8.decode(bytes);
      DraftFields fields =
          format == DraftFormat.JSON
              ? JsonDraft.read(text, request.getParameterMap())
              : QueryDraft.read(request.getParameterMap(), text, format == DraftFormat.HTML);
      RawDraft raw =
          new RawDraft(request.getContentType(), Base64.getEncoder().encodeToString(bytes));
      return work.apply(fields, raw);
    } finally {
      leave.run();
    }
  }
}
