package vn.gdnn.newswire.publish.feed.atom;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.feed.Feed;
import vn.gdnn.newswire.publish.feed.MediaElements;
import vn.gdnn.newswire.publish.feed.XmlBytes;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.SafeText;

/** A neutral feed as ROME's Atom feed. */
final class AtomMapping {

  /** What is no longer there (RFC 6721). */
  static final Namespace TOMBSTONES =
      Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

  private AtomMapping() {}

  static com.rometools.rome.feed.atom.Feed of(Feed feed, String self, String mediaType) {
    com.rometools.rome.feed.atom.Feed atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
    atom.setEncoding("UTF-8");
    atom.setId(feed.id());
    atom.setTitleEx(plain(feed.title()));
    atom.setSubtitle(plain(feed.description()));
    atom.setUpdated(Date.from(feed.updated()));
    atom.setAuthors(List.of(person(feed.publisher())));
    atom.setAlternateLinks(List.of(link("alternate", "text/html", feed.page())));
    List<Link> links = new ArrayList<>();
    links.add(link("self", mediaType, self));
    feed.links().byRelation("atom").forEach((rel, to) -> links.add(link(rel, null, to)));
    feed.links().hubs().forEach(hub -> links.add(link("hub", null, hub)));
    atom.setOtherLinks(links);
    List<Element> more = new ArrayList<>();
    if (feed.links().isArchive()) {
      more.add(new Element("archive", XmlBytes.HISTORY));
    }
    feed.deleted().forEach(gone -> more.add(deleted(gone)));
    atom.setForeignMarkup(more);
    atom.setEntries(feed.entries().stream().map(AtomMapping::entry).toList());
    return atom;
  }

  private static Element deleted(Feed.Deleted gone) {
    Element element =
        new Element("deleted-entry", TOMBSTONES)
            .setAttribute("ref", gone.id())
            .setAttribute("when", gone.at().toString());
    if (gone.reason() != null) {
      element.addContent(new Element("comment", TOMBSTONES).setText(gone.reason()));
    }
    return element;
  }

  private static Entry entry(Feed.Entry article) {
    Entry entry = new Entry();
    entry.setId(article.id());
    entry.setTitleEx(plain(article.title()));
    entry.setPublished(Date.from(article.published()));
    entry.setUpdated(Date.from(article.updated()));
    entry.setAuthors(article.authors().stream().map(AtomMapping::person).toList());
    entry.setAlternateLinks(List.of(link("alternate", "text/html", article.page())));
    entry.setOtherLinks(article.files().stream().map(AtomMapping::enclosure).toList());
    entry.setForeignMarkup(article.pictures().stream().map(MediaElements::of).toList());
    entry.setCategories(article.categories().stream().map(AtomMapping::category).toList());
    if (!article.summary().isEmpty()) {
      entry.setSummary(plain(article.summary()));
    }
    entry.setContents(List.of(content("html", article.html())));
    return entry;
  }

  /**
   * Words that look like markup are sent as HTML that shows them: many readers take a title for
   * HTML anyway.
   */
  private static Content plain(String words) {
    boolean likeMarkup = words.indexOf('<') >= 0 || words.indexOf('&') >= 0;
    return likeMarkup ? content("html", SafeText.html(words)) : content("text", words);
  }

  private static Content content(String type, String value) {
    Content content = new Content();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private static SyndPerson person(String name) {
    Person person = new Person();
    person.setName(name);
    return person;
  }

  private static Link link(String rel, @Nullable String type, String address) {
    Link link = new Link();
    link.setRel(rel);
    link.setType(type);
    link.setHref(address);
    return link;
  }

  private static Link enclosure(Enclosures.AttachedFile file) {
    Link link = link("enclosure", file.type(), file.address());
    // An attribute has no type that says what its markup is; the text holds the title in any case.
    if (file.title().indexOf('<') < 0 && file.title().indexOf('&') < 0) {
      link.setTitle(file.title());
    }
    if (file.size() != null) {
      link.setLength(file.size());
    }
    return link;
  }

  private static Category category(Feed.Category named) {
    Category category = new Category();
    category.setTerm(named.id());
    category.setScheme(named.scheme());
    category.setLabel(named.name());
    return category;
  }
}
