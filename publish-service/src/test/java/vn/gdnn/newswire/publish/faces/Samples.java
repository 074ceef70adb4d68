package vn.gdnn.newswire.publish.faces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Image;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.events.TextPart;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.VietnameseDates;

/**
 * Documents to show: the two seeds as the contract's examples have them, and short ones of our own.
 */
public final class Samples {

  private static final EventCodec CODEC = new EventCodec();

  private Samples() {}

  /** The seed that bears a date line: 11/06/2020. */
  public static Document seedWithDateLine() {
    return seed("seed-with-date-line");
  }

  /** The seed whose date stands in its lead: 17/01/2020. */
  public static Document seedWithoutDateLine() {
    return seed("seed-without-date-line");
  }

  private static Document seed(String example) {
    String path = "/contract/examples/article-enriched." + example + ".json";
    try (InputStream in = Samples.class.getResourceAsStream(path)) {
      return document(CODEC.decode(in.readAllBytes(), ArticleEnriched.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(ArticleEnriched enriched) {
    ArticleIngested article = enriched.article();
    LocalDate day = VietnameseDates.dayOf(article.publishedAt());
    return new Document(
        article.id(),
        article.source(),
        article.externalId(),
        1,
        1,
        Document.Status.PUBLISHED,
        article.title(),
        article.body(),
        article.byline(),
        article.note(),
        article.publishedAt(),
        article.publishedAtFrom(),
        null,
        article.receivedAt(),
        article.structure(),
        enriched.tags().stream().map(tag -> tag(tag, day)).toList(),
        offices(enriched, day),
        article.images(),
        article.attachments(),
        null,
        null);
  }

  private static Document.Tag tag(Tag tag, LocalDate day) {
    Optional<Document.RegistryOffice> registry =
        tag.terms().stream()
            .filter(term -> term.covers(day))
            .findFirst()
            .map(t -> new Document.RegistryOffice(t.title(), t.unitId(), t.from(), t.to()));
    Document.Role role =
        tag.stated() == null && registry.isEmpty()
            ? null
            : new Document.Role(tag.stated(), registry.orElse(null));
    return new Document.Tag(tag.kind(), tag.id(), tag.name(), tag.known(), role, tag.mentions());
  }

  private static List<Document.Office> offices(ArticleEnriched enriched, LocalDate day) {
    List<Document.Office> offices = new ArrayList<>();
    enriched
        .offices()
        .forEach(
            mention ->
                mention.holders().stream()
                    .filter(holder -> holder.covers(day))
                    .findFirst()
                    .ifPresent(
                        holder ->
                            offices.add(
                                new Document.Office(
                                    mention.field(),
                                    mention.start(),
                                    mention.end(),
                                    mention.surface(),
                                    mention.title(),
                                    holder.personId(),
                                    holder.name(),
                                    mention.unitId(),
                                    day))));
    return offices;
  }

  /** The id of the n-th sample. */
  public static UUID id(int n) {
    return new UUID(0x0000_0000_0000_5000L, 0x8000_0000_0000_0000L + n);
  }

  /** A short announcement without tags; more by {@link Draft}'s methods. */
  public static Draft draft(int n, String title, String body) {
    return new Draft(n, title, body);
  }

  /** A short announcement. */
  public static Document announcement(int n) {
    return draft(n, "Thông báo số " + n, "Nội dung của thông báo số " + n + ".").document();
  }

  /** A corrected article with all that an entry may hold. */
  public static Document complete(int n) {
    return draft(
            n,
            "Kế hoạch tuyển sinh & đào tạo đã sửa",
            "Đơn vị Mẫu ban hành kế hoạch.\n\nKế hoạch gồm hai phần.")
        .byline("Ban Biên tập")
        .part("lead", "Đơn vị Mẫu ban hành kế hoạch.")
        .tag(Kind.UNIT, "don-vi-mau", "Đơn vị Mẫu", true, "Đơn vị Mẫu")
        .corrected(2, "Bản trước thiếu phần hai.\nMong bạn đọc thông cảm.", "2024-03-20T01:00:00Z")
        .image("https://anh.example/hop.jpg?w=800&h=600", "Quang cảnh cuộc họp")
        .image("http://anh.example:8080/b%20b.PNG", null)
        .image("https://anh.example/hop.jpg?w=800&h=600", "Lặp lại")
        .attachment("https://tep.example/ke-hoach.pdf", "Kế hoạch", "application/pdf", 120_000L)
        .attachment("https://tep.example/phụ lục.docx".replace(" ", "%20"), "Phụ lục", null, null)
        .attachment("https://tep.example/tai?so=1", null, null, 0L)
        .document();
  }

  /** A list of so many different units, each named once: as much as an event may bring. */
  public static Document vast(int n, int units) {
    StringBuilder body = new StringBuilder();
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      int start = body.length();
      body.append("Trường Cao đẳng nghề số ").append(i);
      places.add(new int[] {start, body.length()});
      body.append(i % 40 == 39 ? ".\n\n" : ", ");
    }
    Draft draft = draft(n, "Danh sách " + n, body.toString());
    for (int i = 0; i < units; i++) {
      int[] place = places.get(i);
      draft.tagAt(
          Kind.UNIT, "x-%010x".formatted(i), "Trường Cao đẳng nghề số " + i, place[0], place[1]);
    }
    return draft.document();
  }

  /** A sample in the making. */
  public static final class Draft {

    private final int n;
    private final String title;
    private final String body;
    private int revision = 1;
    private int tagging = 1;
    private Document.Status status = Document.Status.PUBLISHED;
    private @Nullable String byline;
    private @Nullable String note;
    private Instant publishedAt;
    private @Nullable Instant embargoUntil;
    private Instant updatedAt;
    private Document.@Nullable Notice notice;
    private final List<TextPart> structure = new ArrayList<>();
    private final List<Document.Tag> tags = new ArrayList<>();
    private final List<Document.Office> offices = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();

    private Draft(int n, String title, String body) {
      this.n = n;
      this.title = title;
      this.body = body;
      this.publishedAt = Instant.parse("2024-03-01T02:00:00Z").plusSeconds(86_400L * n);
      this.updatedAt = publishedAt.plusSeconds(60);
    }

    public Draft published(String at) {
      publishedAt = Instant.parse(at);
      return this;
    }

    public Draft embargoUntil(String at) {
      embargoUntil = Instant.parse(at);
      return this;
    }

    public Draft byline(String who) {
      byline = who;
      return this;
    }

    public Draft tagging(int number) {
      tagging = number;
      return this;
    }

    public Draft corrected(int number, @Nullable String what, String at) {
      revision = number;
      note = what;
      updatedAt = Instant.parse(at);
      return this;
    }

    public Draft withdrawn(String reason, String at) {
      revision++;
      status = Document.Status.WITHDRAWN;
      updatedAt = Instant.parse(at);
      notice = new Document.Notice(reason, updatedAt);
      return this;
    }

    public Draft image(String url, @Nullable String caption) {
      images.add(new Image(url, caption));
      return this;
    }

    public Draft attachment(
        String url, @Nullable String words, @Nullable String type, @Nullable Long size) {
      attachments.add(new Attachment(url, words, type, size));
      return this;
    }

    /** The part of the body that these words make up. */
    public Draft part(String name, String words) {
      int start = body.indexOf(words);
      structure.add(new TextPart(name, Field.BODY, start, start + words.length()));
      return this;
    }

    /** An entity, named wherever its surface stands in title and body. */
    public Draft tag(Kind kind, String id, String name, boolean known, String surface) {
      List<Mention> mentions = new ArrayList<>();
      mentions(Field.TITLE, title, surface, mentions);
      mentions(Field.BODY, body, surface, mentions);
      tags.add(new Document.Tag(kind, id, name, known, null, mentions));
      return this;
    }

    private static void mentions(Field field, String text, String surface, List<Mention> found) {
      for (int at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
        found.add(new Mention(field, at, at + surface.length(), surface, "sample", 1));
      }
    }

    /** An entity named at these places of the body, right or wrong. */
    public Draft tagAt(Kind kind, String id, String name, int start, int end) {
      tags.add(
          new Document.Tag(
              kind, id, name, true, null, List.of(new Mention(Field.BODY, start, end, "", "", 1))));
      return this;
    }

    /** An office wherever its surface stands in the body. */
    public Draft office(String surface, String personId, String personName) {
      for (int at = body.indexOf(surface); at >= 0; at = body.indexOf(surface, at + 1)) {
        offices.add(
            new Document.Office(
                Field.BODY,
                at,
                at + surface.length(),
                surface,
                surface,
                personId,
                personName,
                "don-vi-mau",
                VietnameseDates.dayOf(publishedAt)));
      }
      return this;
    }

    public Document document() {
      return new Document(
          id(n),
          "don-vi-mau.example",
          "bai-" + n,
          revision,
          tagging,
          status,
          title,
          body,
          byline,
          note,
          publishedAt,
          DateSource.FIELD,
          embargoUntil,
          updatedAt,
          structure,
          tags,
          offices,
          images,
          attachments,
          notice,
          null);
    }
  }
}
