package vn.gdnn.newswire.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A feed before it takes a format. Texts hold only what XML can hold and are on one line; addresses
 * are absolute; times are whole seconds.
 *
 * @param id permanent id of the feed, a URN
 * @param title its name, in Vietnamese
 * @param description what it is, in Vietnamese
 * @param publisher who makes it
 * @param page the page it is the feed of
 * @param address its own address without the format's suffix
 * @param updated the latest {@code updated} of its entries, or when its list changed last if it has
 *     none
 * @param entries newest first
 */
public record Feed(
    String id,
    String title,
    String description,
    String publisher,
    String page,
    String address,
    Instant updated,
    List<Entry> entries) {

  /** The language of all text. */
  public static final String LANGUAGE = "vi";

  /** Copies the list. */
  public Feed {
    entries = List.copyOf(entries);
  }

  /** The same feed with these entries only. */
  Feed with(List<Entry> some) {
    return new Feed(id, title, description, publisher, page, address, updated, some);
  }

  /**
   * An article in a feed, or the notice that stands in its place.
   *
   * @param id {@code urn:uuid:} and the article's id: the same in every format and feed, for ever
   * @param page the article's page
   * @param title the headline
   * @param html the full text as clean HTML
   * @param summary the opening words, plain
   * @param published the date readers see
   * @param updated when the event that made this revision was received, not before {@code
   *     published}
   * @param authors who wrote it; at least one
   * @param categories what it names
   */
  public record Entry(
      String id,
      String page,
      String title,
      String html,
      String summary,
      Instant published,
      Instant updated,
      List<String> authors,
      List<Category> categories) {

    /** Copies the lists. */
    public Entry {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
    }

    /** The authors as one name. */
    public Optional<String> author() {
      return authors.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", authors));
    }
  }

  /**
   * An entity that an article names. {@code scheme} + {@code id} is its page.
   *
   * @param kind {@code PERSON}, {@code UNIT} or {@code PLAN}
   * @param id its id
   * @param name its name
   * @param scheme the place of all pages of its kind
   * @param page its page
   */
  public record Category(String kind, String id, String name, String scheme, String page) {}
}
