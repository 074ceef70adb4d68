package vn.gdnn.newswire.ingest.structure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.TextPart;
import vn.gdnn.newswire.ingest.text.CleanText;
import vn.gdnn.newswire.ingest.text.OffsetMap;
import vn.gdnn.newswire.ingest.text.Slip;

/** A draft in which headline, body and parts are told apart, and the way back to what was sent. */
public final class StructuredDraft {

  private static final String JOINT = "\n\n";

  private final String title;
  private final String body;
  private final List<TextPart> parts;
  private final @Nullable Instant dateLine;
  private final Pieces titlePieces;
  private final Pieces bodyPieces;
  private final Map<Slip, Integer> slips;

  private StructuredDraft(Builder builder) {
    title = builder.title;
    body = builder.body.toString();
    parts = List.copyOf(builder.parts);
    dateLine = builder.dateLine;
    titlePieces = builder.titlePieces;
    bodyPieces = builder.bodyPieces;
    slips = Map.copyOf(builder.slips);
  }

  /** The headline; empty when none was sought. Never holds a line break. */
  public String title() {
    return title;
  }

  /**
   * Everything after the headline, without the date line; paragraphs are joined by a blank line.
   */
  public String body() {
    return body;
  }

  /** The text that offsets of this field count in. */
  public String text(Field field) {
    return field == Field.TITLE ? title : body;
  }

  /** The parts in reading order; together they cover title and body. */
  public List<TextPart> parts() {
    return parts;
  }

  /** The moment that the date line names, taken to be in Asia/Ho_Chi_Minh. */
  public Optional<Instant> dateLine() {
    return Optional.ofNullable(dateLine);
  }

  /**
   * The first full date in the lead whose day does not begin (00:00 +07:00) after the limit.
   *
   * @param limit the moment that the draft was received
   */
  public Optional<Instant> leadDate(Instant limit) {
    return parts.stream()
        .filter(part -> part.part().equals(Part.LEAD.wire()))
        .findFirst()
        .flatMap(
            part ->
                FullDates.firstNotAfter(
                    text(part.field()).subSequence(part.start(), part.end()), limit));
  }

  /** What the text was cleaned of, and how often. */
  public Map<Slip, Integer> slips() {
    return slips;
  }

  /**
   * The offset, in the text as it was given, of the character at this offset of a field. Where the
   * title was given by itself, title offsets lead into that. At the field's end: after its last
   * character.
   *
   * @throws IndexOutOfBoundsException for an offset outside the field
   */
  public int rawOffset(Field field, int offset) {
    return pieces(field).start(offset);
  }

  /**
   * The offset, in the text as it was given, just after the character that ends at this offset of a
   * field: the exclusive end of a span. It differs from {@link #rawOffset} where something was
   * removed after that character.
   *
   * @throws IndexOutOfBoundsException for an offset outside the field
   */
  public int rawEnd(Field field, int offset) {
    return pieces(field).end(offset);
  }

  private Pieces pieces(Field field) {
    return field == Field.TITLE ? titlePieces : bodyPieces;
  }

  /** Stretches of a clean text, put together in another order and with joints between them. */
  private static final class Pieces {
    private final List<int[]> pieces = new ArrayList<>();
    private OffsetMap map = CleanText.of("").map();
    private int length;

    void add(int at, int cleanStart, int cleanEnd) {
      pieces.add(new int[] {at, cleanStart, cleanEnd});
      length = at + cleanEnd - cleanStart;
    }

    int start(int offset) {
      int[] piece = pieceAt(offset);
      int clean = piece[1] + offset - piece[0];
      return clean >= piece[2] ? map.end(piece[2]) : map.start(clean);
    }

    int end(int offset) {
      int[] piece = pieceAt(Math.max(0, offset - 1));
      int clean = piece[1] + offset - piece[0];
      return offset == 0 ? map.start(clean) : map.end(Math.min(clean, piece[2]));
    }

    private int[] pieceAt(int offset) {
      if (offset < 0 || offset > length) {
        throw new IndexOutOfBoundsException(offset);
      }
      if (pieces.isEmpty()) {
        return new int[] {0, 0, 0};
      }
      int low = 0;
      int high = pieces.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (pieces.get(middle)[0] <= offset) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return pieces.get(low);
    }
  }

  /** Puts a draft together. */
  static final class Builder {
    private String title = "";
    private final StringBuilder body = new StringBuilder();
    private final List<TextPart> parts = new ArrayList<>();
    private @Nullable Instant dateLine;
    private final Pieces titlePieces = new Pieces();
    private final Pieces bodyPieces = new Pieces();
    private Map<Slip, Integer> slips = Map.of();

    Builder title(CleanText from, int start, int end) {
      title = from.text().substring(start, end).replaceAll("[\\n\\t\u2028\u2029\u0085]", " ");
      titlePieces.map = from.map();
      titlePieces.add(0, start, end);
      parts.add(new TextPart(Part.HEADLINE.wire(), Field.TITLE, 0, title.length()));
      return this;
    }

    Builder bodyFrom(CleanText from) {
      bodyPieces.map = from.map();
      return this;
    }

    void add(Part part, CharSequence clean, int start, int end) {
      if (body.length() > 0) {
        body.append(JOINT);
      }
      int at = body.length();
      body.append(clean, start, end);
      bodyPieces.add(at, start, end);
      parts.add(new TextPart(part.wire(), Field.BODY, at, body.length()));
    }

    Builder dateLine(@Nullable Instant instant) {
      dateLine = instant;
      return this;
    }

    Builder slips(Map<Slip, Integer> counted) {
      slips = counted;
      return this;
    }

    StructuredDraft build() {
      return new StructuredDraft(this);
    }
  }
}
