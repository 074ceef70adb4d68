package vn.gdnn.newswire.enrich.unit;

import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Where the name behind a head word ends: capitalised words belong to it, words in lower case as
 * far as names of the registry have them in that order, an area at the end.
 */
final class UnitGrammar {

  /** No unit's name is longer, in tokens. */
  static final int LONGEST = 32;

  private static final String AND = Syllables.key("và");
  private static final String NUMBER = Syllables.key("số");
  private static final String VIET = Syllables.key("việt");

  private final NameWords words;
  private final Phrases heads;
  private final Phrases stops = Phrases.beside(UnitGrammar.class, "stops.txt");
  private final Phrases areas = Phrases.beside(UnitGrammar.class, "areas.txt");
  private final Phrases schools = Phrases.beside(UnitGrammar.class, "schools.txt");
  private final Phrases surnames;

  UnitGrammar(NameWords words, Phrases heads, Phrases surnames) {
    this.words = words;
    this.heads = heads;
    this.surnames = surnames;
  }

  /** Where the name that begins at {@code from} ends; {@code from} when there is none. */
  int nameEnd(Passage passage, int head, int from) {
    Tokens tokens = passage.tokens();
    int end = from;
    int i = from;
    int most = Math.min(tokens.count(), from + LONGEST);
    while (i < most && !tokens.startsSentence(i)) {
      int next = step(passage, head, from, i);
      if (next == i) {
        break;
      }
      if (tokens.isCapital(next - 1) || tokens.shape(next - 1) == Tokens.Shape.NUMBER) {
        end = next;
      } else if (tokens.isWord(next - 1) && !isJoint(tokens.key(next - 1))) {
        end = next;
      }
      i = next;
    }
    return end;
  }

  private static boolean isJoint(String key) {
    return key.equals(AND);
  }

  /** The token after the next part of the name, or {@code i} when the name ends before it. */
  private int step(Passage passage, int head, int from, int i) {
    Tokens tokens = passage.tokens();
    return switch (tokens.shape(i)) {
      case SIGN -> sign(passage, from, i);
      case NUMBER -> i > from && (words.follow(tokens, i) || tokens.is(i - 1, NUMBER)) ? i + 1 : i;
      case LOWER -> lower(passage, from, i);
      default -> capital(passage, head, from, i);
    };
  }

  private int capital(Passage passage, int head, int from, int i) {
    Tokens tokens = passage.tokens();
    int place = passage.placeEnd(i);
    if (place > i) {
      return place;
    }
    Candidate office = passage.at(i);
    if (office != null && office.sort() == Candidate.Sort.OFFICE) {
      return i;
    }
    if (i > from && headBegins(tokens, i)) {
      return i;
    }
    if (looksLikePerson(tokens, i) && !schools.endsBefore(tokens, i, 3) && i > head + 1) {
      return i;
    }
    return i + 1;
  }

  /** A head word inside a name: {@code Trường Trung cấp}, but not {@code Cục … Bộ …}. */
  private boolean headBegins(Tokens tokens, int i) {
    Phrases.Match match = heads.longest(tokens, i);
    if (match == null) {
      return false;
    }
    return !words.follow(tokens, i);
  }

  private boolean looksLikePerson(Tokens tokens, int i) {
    return surnames.beginsAt(tokens, i)
        && tokens.isCapital(i + 1)
        && !tokens.startsSentence(i + 1)
        && tokens.shape(i) == Tokens.Shape.CAPITAL
        && tokens.shape(i + 1) == Tokens.Shape.CAPITAL
        && !words.follow(tokens, i + 1);
  }

  private int lower(Passage passage, int from, int i) {
    Tokens tokens = passage.tokens();
    int area = areas.endOf(tokens, i);
    if (area > i && tokens.isCapital(area) && !tokens.startsSentence(area)) {
      int place = passage.placeEnd(area);
      return place > area ? place : area + 1;
    }
    int stop = stops.endOf(tokens, i);
    boolean known = words.follow(tokens, i);
    if (stop > i && !(known && words.follow(tokens, i + 1))) {
      return i;
    }
    if (tokens.is(i, AND)) {
      boolean joins = i > from && (known || tokens.isCapital(i + 1)) && words.follow(tokens, i + 1);
      return joins && !heads.beginsAt(tokens, i + 1) ? i + 1 : i;
    }
    return known ? i + 1 : i;
  }

  private int sign(Passage passage, int from, int i) {
    Tokens tokens = passage.tokens();
    if (i == from || tokens.startsSentence(i + 1) || i + 1 >= tokens.count()) {
      return i;
    }
    boolean tight = !tokens.hasGap(i) && !tokens.hasGap(i + 1);
    boolean known = words.follow(tokens, i) && words.follow(tokens, i + 1);
    return switch (tokens.key(i)) {
      case "-" -> (tight && tokens.isWord(i + 1)) || dashJoins(passage, i, known) ? i + 1 : i;
      case "&" -> tokens.isWord(i + 1) ? i + 1 : i;
      case "." -> tight && tokens.isCapital(i - 1) && tokens.isCapital(i + 1) ? i + 1 : i;
      case "," -> known || (tight && tokens.isCapital(i + 1)) ? i + 1 : i;
      default -> i;
    };
  }

  private boolean dashJoins(Passage passage, int i, boolean known) {
    Tokens tokens = passage.tokens();
    return known
        && tokens.isWord(i + 1)
        && !headBegins(tokens, i + 1)
        && !looksLikePerson(tokens, i + 1);
  }

  /** Where an area behind a name ends: {@code tỉnh Hà Nam}, {@code TP}, {@code Việt Nam}. */
  int areaEnd(Passage passage, int end, boolean bareAreaToo) {
    Tokens tokens = passage.tokens();
    if (tokens.startsSentence(end)) {
      return end;
    }
    int place = passage.placeEnd(end);
    if (place > end) {
      return place;
    }
    if (tokens.is(end, VIET) && tokens.is(end + 1, "nam") && tokens.isCapital(end + 1)) {
      return end + 2;
    }
    int area = areas.endOf(tokens, end);
    if (area == end) {
      return end;
    }
    int named = passage.placeEnd(area);
    if (named > area && !tokens.startsSentence(area)) {
      return named;
    }
    int i = area;
    while (i < end + 8
        && tokens.shape(i) == Tokens.Shape.CAPITAL
        && !tokens.startsSentence(i)
        && !(i > area && surnames.beginsAt(tokens, i) && tokens.isCapital(i + 1))) {
      i++;
    }
    if (i > area && !(surnames.beginsAt(tokens, area) && i - area > 2)) {
      return i;
    }
    return bareAreaToo ? area : end;
  }
}
