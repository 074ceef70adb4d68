package vn.gdnn.newswire.publish.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.TextPart;
import vn.gdnn.newswire.publish.document.Document;

/**
 * An article's text as blocks with marked stretches. All of the text is shown whatever the
 * structure says: what no part covers becomes paragraphs, a part that does not fit the text is
 * passed over.
 *
 * @param headline the headline
 * @param passages the body's passages in reading order; only the first can be the lead
 */
public record ShownArticle(Passage headline, List<Passage> passages) {

  private static final int SUMMARY_LENGTH = 500;
  private static final Pattern BLANK_LINE = Pattern.compile("\n[ \\t\\x{A0}]*\n\\s*");

  /** Copies the list. */
  public ShownArticle {
    passages = List.copyOf(passages);
  }

  /** The article as its document has it. */
  public static ShownArticle of(Document document) {
    Cutter cutter = new Cutter();
    cutter.start(document.title(), Marks.of(document, Field.TITLE));
    Passage headline =
        new Passage(Passage.Role.HEADLINE, cutter.runs(0, document.title().length()));
    cutter.start(document.body(), Marks.of(document, Field.BODY));
    return new ShownArticle(headline, cutter.passages(document.structure()));
  }

  /**
   * The opening words: the lead, or the first paragraph where there is none; empty when there is
   * neither.
   */
  public String opening() {
    return Stream.of(Passage.Role.LEAD, Passage.Role.PARAGRAPH)
        .flatMap(role -> passages.stream().filter(passage -> passage.role() == role).limit(1))
        .map(Passage::text)
        .findFirst()
        .orElse("");
  }

  /**
   * The opening words on one line, cut at a word's end: the article's summary wherever one stands.
   */
  public String summary() {
    return SafeText.excerpt(SafeText.oneLine(opening()), SUMMARY_LENGTH);
  }

  /** Who signed, in a field of the document or else under its text, on one line. */
  public Optional<String> signed(@Nullable String byline) {
    return Stream.of(SafeText.oneLine(byline), SafeText.oneLine(signature()))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** Who signed, in the article's own words; empty when nobody did. */
  public String signature() {
    return passages.stream()
        .filter(passage -> passage.role() == Passage.Role.SIGNATURE)
        .map(Passage::text)
        .findFirst()
        .orElse("");
  }

  /** All marks in reading order. */
  public List<Mark> marks() {
    return Stream.concat(Stream.of(headline), passages.stream())
        .flatMap(passage -> passage.runs().stream())
        .flatMap(run -> Stream.ofNullable(run.mark()))
        .toList();
  }

  /** Cuts a field's text; numbers marks as it goes on. */
  private static final class Cutter {

    private String text = "";
    private NavigableMap<Integer, Marks.Candidate> candidates = new TreeMap<>();
    private int numbered;

    void start(String field, NavigableMap<Integer, Marks.Candidate> marks) {
      text = field;
      candidates = marks;
    }

    List<Passage> passages(List<TextPart> structure) {
      List<Passage> passages = new ArrayList<>();
      List<TextPart> parts =
          structure.stream()
              .filter(part -> part.field() == Field.BODY && part.end() <= text.length())
              .sorted(Comparator.comparingInt(TextPart::start))
              .toList();
      int from = 0;
      for (TextPart part : parts) {
        if (part.start() >= from && part.end() > part.start()) {
          add(Passage.Role.PARAGRAPH, from, part.start(), passages);
          add(roleOf(part), part.start(), part.end(), passages);
          from = part.end();
        }
      }
      add(Passage.Role.PARAGRAPH, from, text.length(), passages);
      return passages;
    }

    private static Passage.Role roleOf(TextPart part) {
      return switch (part.part()) {
        case "lead" -> Passage.Role.LEAD;
        case "caption" -> Passage.Role.CAPTION;
        case "signature" -> Passage.Role.SIGNATURE;
        default -> Passage.Role.PARAGRAPH;
      };
    }

    private void add(Passage.Role role, int start, int end, List<Passage> passages) {
      Matcher blank = BLANK_LINE.matcher(text).region(start, end);
      int from = start;
      while (blank.find()) {
        addBlock(role, from, blank.start(), passages);
        from = blank.end();
      }
      addBlock(role, from, end, passages);
    }

    private void addBlock(Passage.Role role, int start, int end, List<Passage> passages) {
      int from = start;
      int to = end;
      while (from < to && isSpace(text.charAt(from))) {
        from++;
      }
      while (to > from && isSpace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        boolean leads = role != Passage.Role.LEAD || passages.isEmpty();
        passages.add(new Passage(leads ? role : Passage.Role.PARAGRAPH, runs(from, to)));
      }
    }

    private static boolean isSpace(char c) {
      return Character.isWhitespace(c) || c == '\u00A0';
    }

    List<Passage.Run> runs(int start, int end) {
      List<Passage.Run> runs = new ArrayList<>();
      int from = start;
      for (Marks.Candidate candidate : candidates.subMap(start, end).values()) {
        if (candidate.start() >= from && candidate.end() <= end) {
          addPlain(from, candidate.start(), runs);
          Mark mark =
              new Mark(++numbered, candidate.kind(), candidate.entityId(), candidate.office());
          String words = SafeText.visible(text.substring(candidate.start(), candidate.end()));
          runs.add(new Passage.Run(words.replace('\n', ' '), mark));
          from = candidate.end();
        }
      }
      addPlain(from, end, runs);
      return runs;
    }

    private void addPlain(int start, int end, List<Passage.Run> runs) {
      String[] lines = SafeText.visible(text.substring(start, end)).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          runs.add(new Passage.Run("\n", null));
        }
        if (!lines[i].isEmpty()) {
          runs.add(new Passage.Run(lines[i], null));
        }
      }
    }
  }
}
