package vn.gdnn.newswire.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.prose.VietnameseDates;
import vn.gdnn.newswire.publish.web.Addresses;

/** An article in a list. */
record ItemView(
    String address,
    String title,
    List<PieceView> text,
    boolean hasText,
    When date,
    @Nullable When time,
    @Nullable String corrected,
    List<NameView> names,
    boolean hasNames,
    boolean first) {

  private static final int EXCERPT = 320;
  private static final int BEFORE_MATCH = 80;

  /** A stretch of text; marked where it is what was searched for. */
  record PieceView(String text, boolean marked) {}

  /** A name that leads to its page; {@code comma} parts it from the next. */
  record NameView(String kind, String address, String name, boolean comma, int articles) {}

  static ItemView of(Document document, Addresses addresses, @Nullable String words) {
    String title = SafeText.oneLine(document.title());
    List<PieceView> text = text(document, words);
    List<NameView> names = names(document, addresses);
    String note = document.note();
    return new ItemView(
        addresses.article(document.id()),
        title.isEmpty() ? "Bài không có tiêu đề" : title,
        text,
        !text.isEmpty(),
        When.day(document.published()),
        When.isDay(document) ? null : When.time(document.published()),
        note == null || note.isBlank() ? null : VietnameseDates.shortDay(document.updatedAt()),
        names,
        !names.isEmpty(),
        false);
  }

  /** The same at the top of the list. */
  ItemView leading() {
    return new ItemView(
        address, title, text, hasText, date, time, corrected, names, hasNames, true);
  }

  /** The first person, unit and plan it names. */
  private static List<NameView> names(Document document, Addresses addresses) {
    List<Document.Tag> tags =
        Stream.of(Kind.values())
            .flatMap(kind -> document.tags().stream().filter(t -> t.kind() == kind).limit(1))
            .toList();
    return IntStream.range(0, tags.size())
        .mapToObj(i -> name(tags.get(i), addresses, i < tags.size() - 1, 0))
        .toList();
  }

  static NameView name(Document.Tag tag, Addresses addresses, boolean comma, int articles) {
    return new NameView(
        Site.kindClass(tag.kind()),
        addresses.entity(tag.kind(), tag.id()),
        SafeText.oneLine(tag.name()),
        comma,
        articles);
  }

  private static List<PieceView> text(Document document, @Nullable String words) {
    if (words != null) {
      String body = SafeText.oneLine(document.body());
      List<int[]> found = Folding.find(body, words);
      if (!found.isEmpty()) {
        return snippet(body, found);
      }
    }
    String opening = SafeText.oneLine(ShownArticle.of(document).opening());
    return opening.isEmpty()
        ? List.of()
        : List.of(new PieceView(SafeText.excerpt(opening, EXCERPT), false));
  }

  private static List<PieceView> snippet(String body, List<int[]> found) {
    int start = Math.max(0, body.lastIndexOf(' ', found.get(0)[0] - BEFORE_MATCH) + 1);
    int end = Math.max(found.get(0)[1], Math.min(body.length(), start + EXCERPT));
    int space = end < body.length() ? body.lastIndexOf(' ', end) : end;
    end = space > found.get(0)[1] ? space : end;
    List<PieceView> pieces = new ArrayList<>();
    if (start > 0) {
      pieces.add(new PieceView("… ", false));
    }
    pieces.addAll(marked(body, start, end, found));
    if (end < body.length()) {
      pieces.add(new PieceView(" …", false));
    }
    return pieces;
  }

  /** A stretch of a text in pieces, those marked that were found in it. */
  static List<PieceView> marked(String text, int start, int end, List<int[]> found) {
    List<PieceView> pieces = new ArrayList<>();
    int at = start;
    for (int[] match : found) {
      if (match[1] <= end) {
        pieces.add(new PieceView(text.substring(at, match[0]), false));
        pieces.add(new PieceView(text.substring(match[0], match[1]), true));
        at = match[1];
      }
    }
    pieces.add(new PieceView(text.substring(at, end), false));
    return pieces;
  }
}
