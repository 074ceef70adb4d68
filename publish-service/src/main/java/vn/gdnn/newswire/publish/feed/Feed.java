package vn.gdnn.newswire.publish.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.prose.Enclosures;

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
 * @param links where its other pages are, and who tells of changes
 * @param updated the latest {@code updated} of its entries, or when its list changed last if it has
 *     none
 * @param entries newest first
 * @param deleted what is no longer there; only in the feed of changes
 */
public record Feed(
    String id,
    String title,
    String description,
    String publisher,
    String page,
    String address,
    Links links,
    Instant updated,
    List<Entry> entries,
    List<Deleted> deleted) {

  /** The language of all text. */
  public static final String LANGUAGE = "vi";

  /** Copies the lists. */
  public Feed {
    entries = List.copyOf(entries);
    deleted = List.copyOf(deleted);
  }

  /** The ids of its entries, in their order. */
  public List<String> ids() {
    return entries.stream().map(Entry::id).toList();
  }

  /** The same feed with these entries only. */
  Feed with(List<Entry> some) {
    return new Feed(
        id, title, description, publisher, page, address, links, updated, some, deleted);
  }

  /**
   * Where a reader finds more: the pages of the feed's history (RFC 5005) and its hubs (WebSub).
   * Addresses of pages are absolute and without the format's suffix.
   *
   * @param current the first page; only in a page of the archive
   * @param older the full archive page with what came before
   * @param newer the archive page with what came next; only in one that is full
   * @param hubs the hubs' addresses; only in the first page
   */
  public record Links(
      @Nullable String current, @Nullable String older, @Nullable String newer, List<String> hubs) {

    /** Copies the list. */
    public Links {
      hubs = List.copyOf(hubs);
    }

    /** Whether this is a page of the archive that gains no more. */
    public boolean isArchive() {
      return newer != null;
    }

    /**
     * The addresses of the history's pages by relation, in the words of RFC 5005.
     *
     * @param suffix the format's
     */
    public Map<String, String> byRelation(String suffix) {
      Map<String, String> links = new LinkedHashMap<>();
      add(links, "current", current, suffix);
      add(links, "prev-archive", older, suffix);
      add(links, "next-archive", newer, suffix);
      return links;
    }

    private static void add(
        Map<String, String> links, String relation, @Nullable String address, String suffix) {
      if (address != null) {
        links.put(relation, address + "." + suffix);
      }
    }
  }

  /**
   * An article that readers are to take down (RFC 6721).
   *
   * @param id as its entry had it
   * @param at when it was withdrawn, or its notice ended
   * @param reason why, if a reason was given
   */
  public record Deleted(String id, Instant at, @Nullable String reason) {}

  /**
   * An article in a feed, or the notice that stands in its place.
   *
   * @param id {@code urn:uuid:} and the article's id: the same in every format and feed, for ever
   * @param page the article's page
   * @param title the headline
   * @param html the full text as clean HTML
   * @param summary the opening words, plain
   * @param note what this correction corrects, plain; it stands in {@code html} too
   * @param published the date readers see
   * @param updated when the event that made this revision was received, not before {@code
   *     published}
   * @param authors who wrote it; at least one
   * @param categories what it names
   * @param pictures pictures, in their order; they stand in {@code html} too
   * @param files official documents, in their order; they stand in {@code html} too
   */
  public record Entry(
      String id,
      String page,
      String title,
      String html,
      String summary,
      @Nullable String note,
      Instant published,
      Instant updated,
      List<String> authors,
      List<Category> categories,
      List<Enclosures.Picture> pictures,
      List<Enclosures.AttachedFile> files) {

    /** The type of what is not known better. */
    public static final String SOME_BYTES = "application/octet-stream";

    /** Copies the lists. */
    public Entry {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
      pictures = List.copyOf(pictures);
      files = List.copyOf(files);
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
