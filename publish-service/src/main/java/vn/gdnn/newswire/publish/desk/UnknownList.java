package vn.gdnn.newswire.publish.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.reading.UnknownNames;

/**
 * A page of the names that the registry does not know.
 *
 * @param items the most often named first
 * @param next where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnknownList(List<Item> items, @Nullable String next) {

  private static final String VERSION = "u1";

  /** Copies the list. */
  UnknownList {
    items = List.copyOf(items);
  }

  /**
   * A name.
   *
   * @param kind what it is taken for
   * @param id its id, {@code x-…}
   * @param name as the newest article that names it writes it
   * @param articles how many articles name it
   * @param firstSeen date of the earliest of them
   * @param lastSeen date of the latest
   * @param page its page on the site
   * @param example an article that names it; absent when the newest are withdrawn
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      Kind kind,
      String id,
      String name,
      int articles,
      Instant firstSeen,
      Instant lastSeen,
      String page,
      @Nullable Example example) {}

  /** An article: its id, its headline and its page. */
  record Example(UUID id, String title, String page) {}

  /** The position as opaque text. */
  static String cursor(UnknownNames.Position position) {
    String plain = VERSION + " " + position.articles() + " " + position.path();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The position of a text.
   *
   * @throws IllegalArgumentException when it is not one of ours
   */
  static UnknownNames.Position position(String cursor) {
    String[] parts =
        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
    if (parts.length != 3 || !parts[0].equals(VERSION) || !parts[1].matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("not a cursor of this list");
    }
    return new UnknownNames.Position(Integer.parseInt(parts[1]), parts[2]);
  }
}
