package vn.gdnn.newswire.publish.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;

/**
 * The pages that search engines are to find (https://www.sitemaps.org/protocol.html): the home
 * page, every article, every entity that the registry knows and the months. More than one file may
 * hold are parted, and an index names the parts.
 */
@Component
class Sitemap {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final News news;
  private final Addresses addresses;
  private final int most;

  /**
   * Takes what it reads.
   *
   * @param most addresses in a file; the protocol allows 50,000
   */
  Sitemap(
      News news, Addresses addresses, @Value("${newswire.sitemap.most-addresses:50000}") int most) {
    this.news = news;
    this.addresses = addresses;
    this.most = most;
  }

  /** All pages, or the index of the parts. */
  byte[] top() {
    Parts parts = new Parts(1);
    visit(parts);
    return parts.changed.size() == 1 ? parts.bytes() : index(parts.changed);
  }

  /** How many parts there are; 1 when all stands in one file. */
  int parts() {
    Parts parts = new Parts(0);
    visit(parts);
    return parts.changed.size();
  }

  /** A part, from 1; empty when there is none of that number. */
  Optional<byte[]> part(int number) {
    Parts parts = new Parts(number);
    visit(parts);
    boolean there = parts.changed.size() > 1 && number <= parts.changed.size();
    return there ? Optional.of(parts.bytes()) : Optional.empty();
  }

  /** Articles first, the oldest before all: what is full changes seldom. */
  private void visit(Parts parts) {
    parts.add(addresses.local("/"), null);
    news.published(article -> parts.add(addresses.article(article.id()), article.updatedAt()));
    news.knownEntities()
        .forEach(entity -> parts.add(addresses.entity(entity.kind(), entity.id()), null));
    parts.add(addresses.archive(), null);
    news.months().forEach(month -> parts.add(addresses.archive(month.month()), null));
  }

  private byte[] index(List<Optional<Instant>> changed) {
    Xml xml = new Xml().root("sitemapindex", NAMESPACE);
    for (int part = 1; part <= changed.size(); part++) {
      xml.begin("sitemap");
      xml.text("loc", addresses.absolute(addresses.local("/sitemap-" + part + ".xml")));
      changed.get(part - 1).ifPresent(at -> xml.text("lastmod", at.toString()));
      xml.end();
    }
    return xml.end().bytes();
  }

  /** Writes one part of all that passes by, and notes of each when it changed last. */
  private final class Parts {
    private final int wanted;
    private final Xml xml = new Xml().root("urlset", NAMESPACE);
    private final List<Optional<Instant>> changed = new ArrayList<>();
    private int passed;

    Parts(int wanted) {
      this.wanted = wanted;
    }

    void add(String address, @Nullable Instant updatedAt) {
      if (passed++ % most == 0) {
        changed.add(Optional.empty());
      }
      int part = changed.size();
      if (updatedAt != null) {
        Optional<Instant> before = changed.get(part - 1);
        if (before.isEmpty() || updatedAt.isAfter(before.get())) {
          changed.set(part - 1, Optional.of(updatedAt));
        }
      }
      if (part == wanted) {
        xml.begin("url").text("loc", addresses.absolute(address));
        if (updatedAt != null) {
          xml.text("lastmod", updatedAt.toString());
        }
        xml.end();
      }
    }

    byte[] bytes() {
      return xml.end().bytes();
    }
  }
}
