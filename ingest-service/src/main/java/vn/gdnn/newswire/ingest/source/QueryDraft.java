package vn.gdnn.newswire.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.ingest.article.DraftFields;
import vn.gdnn.newswire.ingest.article.DraftRefused;
import vn.gdnn.newswire.ingest.article.FieldError;

/** Reads a draft whose body is its text and whose other fields are query parameters. */
final class QueryDraft {

  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "externalId",
              "source",
              "version",
              "title",
              "byline",
              "publishedAt",
              "embargoUntil",
              "note"));

  /** A plus sign in a query means a space; before a zone it can only have been meant as a plus. */
  private static final Pattern LOST_PLUS =
      Pattern.compile("(T[0-9:.,]{4,20}) ([0-9]{2}(:?[0-9]{2})?)$");

  private QueryDraft() {}

  /**
   * Reads a draft.
   *
   * @param query the decoded parameters
   * @param text the request's body
   * @param isHtml whether that is HTML
   * @throws DraftRefused naming each parameter that a draft does not have or that is given twice
   */
  static DraftFields read(Map<String, String[]> query, String text, boolean isHtml) {
    check(query, FIELDS);
    return new DraftFields(
        value(query, "externalId"),
        value(query, "source"),
        time(query, "version"),
        value(query, "title"),
        isHtml ? null : text,
        isHtml ? text : null,
        value(query, "byline"),
        value(query, "note"),
        time(query, "publishedAt"),
        "null".equals(value(query, "embargoUntil")) ? null : time(query, "embargoUntil"),
        query.containsKey("embargoUntil"),
        List.of(),
        List.of());
  }

  /**
   * Refuses what can't be read without a guess.
   *
   * @param known names of the parameters that there are
   * @throws DraftRefused naming each parameter that is not known, given twice or not UTF-8
   */
  static void check(Map<String, String[]> query, Set<String> known) {
    List<FieldError> errors = new ArrayList<>();
    query.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            errors.add(
                new FieldError(
                    name, "No such parameter. There are " + String.join(", ", known) + "."));
          } else if (values.length > 1) {
            errors.add(new FieldError(name, "Give it once."));
          } else if (values[0].indexOf('\ufffd') >= 0) {
            errors.add(new FieldError(name, "Percent-encode it as UTF-8."));
          }
        });
    if (!errors.isEmpty()) {
      throw new DraftRefused(errors);
    }
  }

  /** The parameter's value; null when it is not given. */
  static @Nullable String value(Map<String, String[]> query, String name) {
    String[] values = query.get(name);
    return values == null ? null : values[0];
  }

  private static @Nullable String time(Map<String, String[]> query, String name) {
    String value = value(query, name);
    return value == null ? null : LOST_PLUS.matcher(value).replaceFirst("$1+$2");
  }
}
