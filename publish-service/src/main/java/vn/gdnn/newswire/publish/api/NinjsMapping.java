package vn.gdnn.newswire.publish.api;

import static vn.gdnn.newswire.publish.prose.SafeText.oneLine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.web.Addresses;

/** A document as ninjs; a withdrawn one is canceled and keeps nothing of its text. */
@Component
class NinjsMapping {

  private static final Ninjs.Standard STANDARD =
      new Ninjs.Standard("ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");

  private final Addresses addresses;

  NinjsMapping(Addresses addresses) {
    this.addresses = addresses;
  }

  Ninjs of(Document document) {
    return document.status() == Document.Status.WITHDRAWN
        ? withdrawn(document)
        : published(document);
  }

  private Ninjs published(Document document) {
    ShownArticle article = ShownArticle.of(document);
    String by = article.signed(document.byline()).orElse(null);
    String body = SafeText.visible(document.body());
    return new Ninjs(
        "urn:uuid:" + document.id(),
        STANDARD,
        "text",
        "full",
        String.valueOf(document.revision()),
        document.updatedAt(),
        document.published(),
        "usable",
        "vi",
        by,
        List.of(text("main", oneLine(document.title()))),
        descriptions(document, article),
        List.of(
            new Ninjs.Text(
                "main",
                "text/plain",
                body.codePointCount(0, body.length()),
                (int) Stream.of(body.split("\\s+")).filter(word -> !word.isEmpty()).count(),
                body)),
        named(document, Kind.PERSON),
        named(document, Kind.UNIT),
        named(document, Kind.PLAN),
        List.of(new Ninjs.Source(oneLine(document.source()), "source")),
        altIds(document),
        associations(document));
  }

  private Ninjs withdrawn(Document document) {
    Document.Notice notice = document.notice();
    String reason = notice == null ? "" : oneLine(notice.text());
    return new Ninjs(
        "urn:uuid:" + document.id(),
        STANDARD,
        "text",
        "full",
        String.valueOf(document.revision()),
        document.updatedAt(),
        null,
        "canceled",
        "vi",
        null,
        List.of(),
        reason.isEmpty() ? List.of() : List.of(text("withdrawal", reason)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Ninjs.Source(oneLine(document.source()), "source")),
        altIds(document),
        List.of());
  }

  /** What was corrected is for readers, so it is no editorial note, which they are not shown. */
  private static List<Ninjs.Text> descriptions(Document document, ShownArticle article) {
    List<Ninjs.Text> texts = new ArrayList<>();
    String opening = article.summary();
    if (!opening.isEmpty()) {
      texts.add(text("summary", opening));
    }
    String note = oneLine(document.note());
    if (!note.isEmpty()) {
      texts.add(text("correction", note));
    }
    return texts;
  }

  private static Ninjs.Text text(String role, String value) {
    return new Ninjs.Text(role, "text/plain", null, null, value);
  }

  private List<Ninjs.Named> named(Document document, Kind kind) {
    return document.tags().stream()
        .filter(tag -> tag.kind() == kind)
        .map(
            tag ->
                new Ninjs.Named(
                    oneLine(tag.name()),
                    "mentions",
                    addresses.absolute(addresses.entity(kind, tag.id())),
                    tag.id()))
        .toList();
  }

  private List<Ninjs.AltId> altIds(Document document) {
    return List.of(
        new Ninjs.AltId("page", addresses.absolute(addresses.article(document.id()))),
        new Ninjs.AltId("source", oneLine(document.externalId())));
  }

  private static List<Ninjs.Associated> associations(Document document) {
    Enclosures enclosures = Enclosures.of(document);
    return Stream.concat(
            enclosures.pictures().stream()
                .map(
                    picture ->
                        associated(
                            picture.caption().isEmpty() ? picture.address() : picture.caption(),
                            "picture",
                            picture.address(),
                            picture.type(),
                            null)),
            enclosures.files().stream()
                .map(
                    file ->
                        associated(
                            file.title(), "attachment", file.address(), file.type(), file.size())))
        .toList();
  }

  private static Ninjs.Associated associated(
      String name, String rel, String address, @Nullable String type, @Nullable Long size) {
    return new Ninjs.Associated(
        name,
        rel,
        address,
        rel.equals("picture") ? "picture" : "text",
        List.of(new Ninjs.Rendition("original", address, type, size)));
  }
}
