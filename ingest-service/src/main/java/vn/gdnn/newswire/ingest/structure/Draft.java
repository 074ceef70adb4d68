package vn.gdnn.newswire.ingest.structure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.gdnn.newswire.ingest.structure.Paragraphs.Breaks;
import vn.gdnn.newswire.ingest.structure.Paragraphs.Paragraph;
import vn.gdnn.newswire.ingest.text.CleanText;
import vn.gdnn.newswire.ingest.text.Slip;

/**
 * Reads drafts. A part is known by its words: a date line by its date, a signature by its desk,
 * name or unit, a caption by who is seen doing what. Takes time in proportion to the length of any
 * input and refuses none.
 */
public final class Draft {

  /** The longest headline, in UTF-16 code units. A longer first paragraph is no headline. */
  private static final int LONGEST_HEADLINE = 300;

  /** How many paragraphs from the top a date line or a headline is looked for. */
  private static final int HEAD = 3;

  /** How many paragraphs from the end a signature is looked for. */
  private static final int TAIL = 3;

  private final CleanText clean;
  private final List<Paragraph> paragraphs;
  private final StructuredDraft.Builder draft = new StructuredDraft.Builder();

  private Draft(CleanText clean, Breaks breaks) {
    this.clean = clean;
    this.paragraphs = new ArrayList<>(Paragraphs.of(clean.text(), breaks));
    draft.bodyFrom(clean);
  }

  /** Reads a plain text that holds its headline. */
  public static StructuredDraft read(String raw) {
    return new Draft(CleanText.of(raw), Breaks.LINES).withHeadlineInText();
  }

  /**
   * Reads a plain text whose headline is given by itself. The text may repeat it at its top; the
   * repeat is dropped.
   *
   * @param title the headline; empty for a text that has none, of which all is body then
   */
  public static StructuredDraft read(String title, String raw) {
    return new Draft(CleanText.of(raw), Breaks.LINES).withHeadline(CleanText.of(title));
  }

  /** Reads a text in which only blank lines part paragraphs, as HTML's blocks are written out. */
  public static StructuredDraft readBlocks(String raw) {
    return new Draft(CleanText.of(raw), Breaks.BLANK_LINES).withHeadlineInText();
  }

  /** The same, with the headline given by itself. */
  public static StructuredDraft readBlocks(String title, String raw) {
    return new Draft(CleanText.of(raw), Breaks.BLANK_LINES).withHeadline(CleanText.of(title));
  }

  private StructuredDraft withHeadlineInText() {
    draft.slips(clean.slips());
    takeDateLine();
    int at = headlineAt();
    if (at < paragraphs.size()) {
      Paragraph headline = paragraphs.remove(at);
      int end = headline.end();
      if (headline.length() > LONGEST_HEADLINE) {
        end = headlineEndIn(headline);
        int rest = end;
        while (rest < headline.end() && Paragraphs.isSpace(clean.text().charAt(rest))) {
          rest++;
        }
        paragraphs.add(at, new Paragraph(rest, headline.end()));
      }
      draft.title(clean, headline.start(), end);
    }
    return body();
  }

  private StructuredDraft withHeadline(CleanText title) {
    Map<Slip, Integer> slips = new EnumMap<>(Slip.class);
    slips.putAll(clean.slips());
    title.slips().forEach((slip, count) -> slips.merge(slip, count, Integer::sum));
    draft.slips(slips);
    takeDateLine();
    String text = title.text();
    int start = 0;
    int end = text.length();
    while (end > 0 && Paragraphs.isSpace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && Paragraphs.isSpace(text.charAt(start))) {
      start++;
    }
    if (start < end) {
      draft.title(title, start, end);
      dropRepeat(text.substring(start, end));
    }
    return body();
  }

  private void takeDateLine() {
    for (int i = 0; i < Math.min(HEAD, paragraphs.size()); i++) {
      Optional<Instant> date = FullDates.dateLine(textOf(paragraphs.get(i)));
      if (date.isPresent()) {
        draft.dateLine(date.get());
        paragraphs.remove(i);
        return;
      }
    }
  }

  /** The first paragraph that neither signs nor captions; the first of all if there is none. */
  private int headlineAt() {
    for (int i = 0; i < Math.min(HEAD, paragraphs.size()); i++) {
      String text = textOf(paragraphs.get(i));
      if (!Signatures.isDesk(text) && !Captions.isCredit(text) && hasLetter(text)) {
        return i;
      }
    }
    return 0;
  }

  /**
   * A text without a headline gives its first sentence for one, or else as many whole words as fit.
   */
  private int headlineEndIn(Paragraph paragraph) {
    String text = clean.text();
    int limit = paragraph.start() + LONGEST_HEADLINE;
    int sentence = Sentences.firstEnd(text, paragraph.start(), limit);
    if (sentence > 0) {
      return sentence;
    }
    for (int i = limit; i > paragraph.start(); i--) {
      if (Paragraphs.isSpace(text.charAt(i))) {
        while (Paragraphs.isSpace(text.charAt(i - 1))) {
          i--;
        }
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private void dropRepeat(String title) {
    String folded = folded(title);
    for (int i = 0; i < Math.min(HEAD, paragraphs.size()); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.length() <= 2 * title.length() && folded(textOf(paragraph)).equals(folded)) {
        paragraphs.remove(i);
        return;
      }
      if (!Signatures.isDesk(textOf(paragraph))) {
        return;
      }
    }
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Paragraphs.isSpace(text.charAt(i))) {
        folded.append(text.charAt(i));
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private StructuredDraft body() {
    int signatures = firstSignature();
    boolean leadFound = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      String text = paragraph.length() > LONGEST_HEADLINE ? "" : textOf(paragraph);
      Part part = Part.PARAGRAPH;
      if (i >= signatures || Signatures.isDesk(text)) {
        part = Part.SIGNATURE;
      } else if (!text.isEmpty() && Captions.isCaption(text)) {
        part = Part.CAPTION;
      } else if (!leadFound) {
        part = Part.LEAD;
        leadFound = true;
      }
      draft.add(part, clean.text(), paragraph.start(), paragraph.end());
    }
    return draft.build();
  }

  /** Index of the first of the lines at the end that sign. */
  private int firstSignature() {
    int first = paragraphs.size();
    while (first > 0
        && paragraphs.size() - first < TAIL
        && Signatures.isSignature(textOf(paragraphs.get(first - 1)))) {
      first--;
    }
    return first;
  }

  private String textOf(Paragraph paragraph) {
    return paragraph.in(clean.text());
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
