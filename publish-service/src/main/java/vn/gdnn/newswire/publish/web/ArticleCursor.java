package vn.gdnn.newswire.publish.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import vn.gdnn.newswire.publish.reading.ArticleQuery;

/** Where the next page of a list of articles begins, as opaque text. */
public final class ArticleCursor {

  private static final String VERSION = "a1";

  private ArticleCursor() {}

  /** The text for a position. */
  public static String of(ArticleQuery.Position position) {
    String plain = VERSION + " " + position.published() + " " + position.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The position of a text.
   *
   * @throws IllegalArgumentException when it is not one of ours
   */
  public static ArticleQuery.Position position(String cursor) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(cursor);
      String[] parts = new String(plain, StandardCharsets.US_ASCII).split(" ", -1);
      if (parts.length == 3 && parts[0].equals(VERSION)) {
        Instant published = Instant.parse(parts[1]);
        if (Years.mayBeAsked(published.atOffset(ZoneOffset.UTC).getYear())) {
          return new ArticleQuery.Position(published, UUID.fromString(parts[2]));
        }
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a cursor of this list", e);
    }
    throw new IllegalArgumentException("not a cursor of this list");
  }
}
