package vn.gdnn.newswire.publish.page;

import static vn.gdnn.newswire.publish.prose.SafeText.oneLine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.SiteFacts;

/**
 * An article as schema.org's NewsArticle in JSON-LD, for search engines and whoever reads pages by
 * program. It stands in the page as a data block, which no browser runs, so that the page's policy
 * need not allow scripts.
 */
@Component
class StructuredData {

  /** Names that a program is told of; the document at the API has all of them. */
  private static final int MOST_NAMES = 100;

  private final Addresses addresses;
  private final JsonMapper json = JsonMapper.builder().build();

  StructuredData(Addresses addresses) {
    this.addresses = addresses;
  }

  /** The JSON, written so that no text in it can end the block it stands in. */
  String of(Document document, ShownArticle article) {
    String text = json.writeValueAsString(newsArticle(document, article));
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private Map<String, Object> newsArticle(Document document, ShownArticle article) {
    String page = addresses.absolute(addresses.article(document.id()));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "NewsArticle");
    data.put("@id", "urn:uuid:" + document.id());
    data.put("url", page);
    data.put("mainEntityOfPage", page);
    data.put("headline", oneLine(document.title()));
    data.put("description", article.summary());
    data.put("inLanguage", "vi");
    data.put("datePublished", document.published().toString());
    data.put("dateModified", modified(document).toString());
    data.put("version", document.revision());
    data.put("isAccessibleForFree", true);
    data.put("author", List.of(author(document, article)));
    data.put("publisher", ordered("@type", "Organization", "name", SiteFacts.NAME, "url", home()));
    Enclosures enclosures = Enclosures.of(document);
    put(data, "image", enclosures.pictures().stream().map(StructuredData::image).toList());
    put(data, "mentions", document.tags().stream().limit(MOST_NAMES).map(this::named).toList());
    put(data, "associatedMedia", enclosures.files().stream().map(StructuredData::file).toList());
    put(data, "correction", correction(document));
    return data;
  }

  private String home() {
    return addresses.absolute(addresses.local("/"));
  }

  /** In the order given: that of {@code Map.of} is another in each process. */
  private static Map<String, Object> ordered(String... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private static void put(Map<String, Object> data, String name, List<?> values) {
    if (!values.isEmpty()) {
      data.put(name, values);
    }
  }

  /** Never before the date that readers see, as in the feeds. */
  private static Instant modified(Document document) {
    Instant published = document.published();
    return document.updatedAt().isBefore(published) ? published : document.updatedAt();
  }

  /** Who signs, in a field or under the text; else the source speaks for itself. */
  private static Map<String, Object> author(Document document, ShownArticle article) {
    return article
        .signed(document.byline())
        .map(signed -> ordered("@type", "Person", "name", signed))
        .orElseGet(() -> ordered("@type", "Organization", "name", oneLine(document.source())));
  }

  private Map<String, Object> named(Document.Tag tag) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put(
        "@type",
        switch (tag.kind()) {
          case PERSON -> "Person";
          case UNIT -> "Organization";
          case PLAN -> "CreativeWork";
        });
    named.put("@id", addresses.absolute(addresses.entity(tag.kind(), tag.id())));
    named.put("name", oneLine(tag.name()));
    return named;
  }

  private static Map<String, Object> image(Enclosures.Picture picture) {
    return media("ImageObject", picture.address(), "caption", picture.caption());
  }

  private static Map<String, Object> file(Enclosures.AttachedFile file) {
    Map<String, Object> media = media("MediaObject", file.address(), "name", file.title());
    if (file.type() != null) {
      media.put("encodingFormat", file.type());
    }
    return media;
  }

  private static Map<String, Object> media(
      String type, String address, String field, String words) {
    Map<String, Object> media = new LinkedHashMap<>();
    media.put("@type", type);
    media.put("contentUrl", address);
    if (!words.isEmpty()) {
      media.put(field, words);
    }
    return media;
  }

  private static List<Map<String, Object>> correction(Document document) {
    String note = oneLine(document.note());
    if (note.isEmpty()) {
      return List.of();
    }
    Map<String, Object> correction = new LinkedHashMap<>();
    correction.put("@type", "CorrectionComment");
    correction.put("text", note);
    correction.put("datePublished", document.updatedAt().toString());
    return List.of(correction);
  }
}
