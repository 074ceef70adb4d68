package vn.gdnn.newswire.enrich.plan;

import java.util.HashSet;
import java.util.Set;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.enrich.vietnamese.Tokens.Shape;

/** Where the title of a named plan ends. */
final class TitleGrammar {

  private static final String AND = Syllables.key("và");
  private static final String OF = Syllables.key("của");

  /** No title is longer, in tokens. */
  private static final int LONGEST = 60;

  private final Phrases ends = Phrases.beside(TitleGrammar.class, "ends.txt");
  private final Phrases periods = Phrases.beside(TitleGrammar.class, "periods.txt");
  private final Phrases types;
  private final Set<String> commas = new HashSet<>();

  TitleGrammar(Registry registry, Phrases types) {
    this.types = types;
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Plan plan) {
        Tokens title = Tokens.of(plan.title());
        for (int i = 1; i + 1 < title.count(); i++) {
          if (title.is(i, ",")) {
            commas.add(title.key(i - 1) + ' ' + title.key(i + 1));
          }
        }
      }
    }
  }

  /**
   * Where a title in quotation marks ends, the closing mark inside; {@code open} when it doesn't.
   */
  int quotedEnd(Tokens tokens, int open) {
    if (!tokens.is(open, "\"")) {
      return open;
    }
    for (int i = open + 1; i < open + LONGEST && i < tokens.count(); i++) {
      if (tokens.startsLine(i)) {
        return open;
      }
      if (tokens.is(i, "\"")) {
        return i > open + 2 ? i + 1 : open;
      }
    }
    return open;
  }

  /** Where the title that begins at a token ends. */
  int endOf(Passage passage, int from) {
    Tokens tokens = passage.tokens();
    int most = Math.min(tokens.count(), from + LONGEST);
    int i = from;
    while (i < most && !(i > from && tokens.startsSentence(i))) {
      int period = i > from ? periodEnd(tokens, i) : i;
      if (period > i) {
        int further = tokens.is(period, ",") ? periodEnd(tokens, period + 1) : period + 1;
        return further > period + 1 ? further : period;
      }
      if (i > from && endsBefore(passage, from, i)) {
        break;
      }
      i++;
    }
    return trimmed(tokens, from, i);
  }

  /** Where the periods behind a title end: {@code giai đoạn 2021 - 2030, tầm nhìn đến năm 2045}. */
  int withPeriods(Tokens tokens, int from) {
    int end = periodEnd(tokens, from);
    int next = end == from ? end : tokens.is(end, ",") ? end + 1 : end;
    int further = next == from ? from : periodEnd(tokens, next);
    return further > next ? further : end;
  }

  /** Where the congress in {@code Nghị quyết Đại hội … XIII} ends, which begins at a token. */
  int congressEnd(Tokens tokens, int from) {
    for (int i = from; i < from + 14 && !tokens.startsSentence(i); i++) {
      if (tokens.shape(i) == Shape.UPPER && tokens.key(i).matches("[ivxl]+")) {
        return i + 1;
      }
      if (tokens.shape(i) == Shape.SIGN) {
        break;
      }
    }
    return from;
  }

  /** Where the law begins that {@code (Luật) sửa đổi, bổ sung một số điều của Luật …} amends. */
  int amendedLaw(Tokens tokens, int from) {
    if (!tokens.is(from, Syllables.key("sửa")) || !tokens.is(from + 1, Syllables.key("đổi"))) {
      return from;
    }
    for (int i = from; i < from + 12 && !tokens.startsSentence(i); i++) {
      if (types.beginsAt(tokens, i)) {
        return i;
      }
    }
    return from;
  }

  /** Where a period ends that belongs to a title: {@code giai đoạn 2021 - 2030}. */
  int periodEnd(Tokens tokens, int from) {
    int word = periods.endOf(tokens, from);
    if (word == from || tokens.shape(word) != Shape.NUMBER || tokens.startsSentence(word)) {
      return from;
    }
    boolean range = tokens.is(word + 1, "-") && tokens.shape(word + 2) == Shape.NUMBER;
    boolean year = tokens.length(word) == 4;
    return range ? word + 3 : year ? word + 1 : from;
  }

  private boolean endsBefore(Passage passage, int from, int i) {
    Tokens tokens = passage.tokens();
    if (tokens.shape(i) == Shape.SIGN) {
      return switch (tokens.key(i)) {
        case "," -> !commaInside(passage, from, i);
        case "-", "/", "&", "%" -> tokens.startsSentence(i + 1);
        default -> true;
      };
    }
    if (ends.beginsAt(tokens, i)) {
      return true;
    }
    Candidate other = passage.at(i);
    if (other != null && other.sort() == Candidate.Sort.OFFICE) {
      return true;
    }
    boolean joined = tokens.is(i, AND) || tokens.is(i, OF);
    return joined && (types.beginsAt(tokens, i + 1) && tokens.isCapital(i + 1));
  }

  /** A list inside a title: words that a known title lists so, or the same word begun again. */
  private boolean commaInside(Passage passage, int from, int comma) {
    Tokens tokens = passage.tokens();
    int next = comma + 1;
    if (next >= tokens.count() || tokens.startsLine(next)) {
      return false;
    }
    if (periodEnd(tokens, next) > next) {
      return true;
    }
    if (tokens.shape(next) != Shape.LOWER || passage.at(next) != null) {
      return false;
    }
    return commas.contains(tokens.key(comma - 1) + ' ' + tokens.key(next))
        || tokens.is(next, tokens.key(from));
  }

  private static int trimmed(Tokens tokens, int from, int to) {
    int end = to;
    while (end > from
        && (tokens.shape(end - 1) == Shape.SIGN
            || tokens.is(end - 1, AND)
            || tokens.is(end - 1, OF)
            || tokens.is(end - 1, "trong"))) {
      end--;
    }
    return end;
  }
}
