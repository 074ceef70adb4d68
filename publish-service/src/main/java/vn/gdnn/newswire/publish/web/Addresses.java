package vn.gdnn.newswire.publish.web;

import java.net.URI;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.reading.FeedKey;

/**
 * The site's addresses. They are made from {@code newswire.public-url} alone, never from a
 * request's Host header: a request must not be able to put its own words into a page or feed that
 * others are served.
 *
 * <p>Methods answer an address on the site ({@code /articles/…}), which {@link #absolute}
 * completes.
 */
@Component
public class Addresses {

  private final String origin;
  private final String base;

  /**
   * Takes the site's address.
   *
   * @throws IllegalArgumentException unless it is an absolute http(s) address without query and
   *     fragment
   */
  public Addresses(@Value("${newswire.public-url}") String publicUrl) {
    URI uri = URI.create(publicUrl.strip());
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "PUBLIC_URL must be the site's address like https://example.org, not " + publicUrl);
    }
    origin = uri.getScheme() + "://" + uri.getRawAuthority();
    base = uri.getRawPath().replaceAll("/+$", "");
  }

  /** The full address of an address on the site. */
  public String absolute(String local) {
    return origin + local;
  }

  /** An address on the site; {@code path} begins with a slash. */
  public String local(String path) {
    return base + path;
  }

  /** An article's page. */
  public String article(UUID id) {
    return local("/articles/" + id);
  }

  /** The place of all pages of a kind, with a slash at the end: an entity's id completes it. */
  public String entities(Kind kind) {
    return local("/" + section(kind) + "/");
  }

  /** An entity's page. */
  public String entity(Kind kind, String id) {
    return entities(kind) + UriUtils.encodePathSegment(id, "UTF-8");
  }

  /** The list of all months. */
  public String archive() {
    return local("/archive");
  }

  /** A month's page. */
  public String archive(YearMonth month) {
    return archive() + "/" + month;
  }

  /** The page that a feed is about. */
  public String page(FeedKey key) {
    return key.kind() == null || key.entityId() == null
        ? local("/")
        : entity(key.kind(), key.entityId());
  }

  /** A feed's address without its suffix. */
  public String feed(FeedKey key) {
    return local("/feeds") + (key.kind() == null ? "/all" : page(key).substring(base.length()));
  }

  /** The kind's name in addresses: {@code people}, {@code units}, {@code plans}. */
  public static String section(Kind kind) {
    return switch (kind) {
      case PERSON -> "people";
      case UNIT -> "units";
      case PLAN -> "plans";
    };
  }

  /**
   * The kind whose name in addresses this is.
   *
   * @throws IllegalArgumentException when none is
   */
  public static Kind kind(String section) {
    return switch (section) {
      case "people" -> Kind.PERSON;
      case "units" -> Kind.UNIT;
      case "plans" -> Kind.PLAN;
      default -> throw new IllegalArgumentException(section);
    };
  }
}
