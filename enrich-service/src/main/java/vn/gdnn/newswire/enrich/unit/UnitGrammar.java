package vn.gdnn.newswire.enrich.unit;

import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.SyllablePairs;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.enrich.vietnamese.Tokens.Shape;

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

  private final WordPairs words;
  private final Phrases heads;
  private final Phrases stops = Phrases.beside(UnitGrammar.class, "stops.txt");
  private final Phrases nothing = Phrases.beside(UnitGrammar.class, "nothing.txt");
  private final Phrases verbs = Phrases.beside(UnitGrammar.class, "verbs.txt");
  private final Phrases areas = Phrases.beside(UnitGrammar.class, "areas.txt");
  private final Phrases countries = Phrases.countries();
  private final Phrases schools = Phrases.beside(UnitGrammar.class, "schools.txt");
  private final Phrases surnames;

  UnitGrammar(WordPairs words, Phrases heads, Phrases surnames) {
    this.words = words;
    this.heads = heads;
    this.surnames = surnames;
  }

  /**
   * Where the name that begins at {@code from} ends; {@code from} when there is none.
   *
   * @param known where a registry name that begins at the head ends, or the head
   * @param open whether names behind this head are anybody's to choose: companies, schools
   */
  int nameEnd(Passage passage, int from, int known, boolean open) {
    Tokens tokens = passage.tokens();
    int end = from;
    int i = from;
    int most = Math.min(tokens.count(), from + LONGEST);
    while (i < most && !tokens.startsSentence(i)) {
      boolean done = i > from && ((i == known && !open) || endsWithPlace(passage, from, i));
      boolean ends = done && (!words.follow(tokens, i) || stops.beginsAt(tokens, i));
      int next = ends ? i : step(passage, from, i, open);
      if (next == i) {
        break;
      }
      boolean joint = tokens.is(next - 1, AND) || tokens.shape(next - 1) == Shape.SIGN;
      end = joint ? end : next;
      i = next;
    }
    return end;
  }

  private boolean endsWithPlace(Passage passage, int from, int i) {
    Tokens tokens = passage.tokens();
    boolean vietnam = tokens.is(i - 1, "vn") || (tokens.is(i - 1, "nam") && tokens.is(i - 2, VIET));
    boolean country =
        countries.endsBefore(tokens, i, 4)
            && (i - 1 > from || !tokens.isCapital(i))
            && tokens.isCapital(i - 1);
    return vietnam
        || country
        || (i - 2 >= from && passage.placeEnd(i - 2) == i)
        || (i - 3 >= from && passage.placeEnd(i - 3) == i);
  }

  /** The token after the next part of the name, or {@code i} when the name ends before it. */
  private int step(Passage passage, int from, int i, boolean open) {
    Tokens tokens = passage.tokens();
    return switch (tokens.shape(i)) {
      case SIGN -> sign(passage, from, i);
      case NUMBER -> i > from && (words.follow(tokens, i) || tokens.is(i - 1, NUMBER)) ? i + 1 : i;
      case LOWER -> lower(passage, from, i, open);
      default -> capital(passage, from, i, open);
    };
  }

  private int capital(Passage passage, int from, int i, boolean open) {
    Tokens tokens = passage.tokens();
    int place = passage.placeEnd(i);
    if (place > i) {
      return place;
    }
    Candidate office = passage.at(i);
    if (office != null && office.sort() == Candidate.Sort.OFFICE) {
      return i;
    }
    if (i > from && heads.beginsAt(tokens, i) && !words.follow(tokens, i)) {
      return i;
    }
    boolean named = (i == from && open) || schools.endsBefore(tokens, i, 3);
    return looksLikePerson(tokens, i) && !named ? i : i + 1;
  }

  private boolean looksLikePerson(Tokens tokens, int i) {
    Phrases.Match surname = surnames.longest(tokens, i);
    if (surname == null) {
      return false;
    }
    // The last syllable of a place may be somebody's surname: Mẫu Sơn | Lê Thị Ngân.
    Phrases.Match behind = surnames.longest(tokens, i + 1);
    boolean later =
        !surname.value().equals("common") && behind != null && behind.value().equals("common");
    return !(later && tokens.isCapital(i + 2))
        && tokens.shape(i) == Shape.CAPITAL
        && tokens.shape(i + 1) == Shape.CAPITAL
        && !tokens.startsSentence(i + 1)
        && (!words.follow(tokens, i + 1) || isFullName(tokens, i, surname));
  }

  /** Nguyễn Văn … is somebody, though schools named after people have such pairs too. */
  private static boolean isFullName(Tokens tokens, int i, Phrases.Match surname) {
    return surname.value().equals("common")
        && tokens.shape(i + 2) == Shape.CAPITAL
        && !tokens.startsSentence(i + 2);
  }

  private int lower(Passage passage, int from, int i, boolean open) {
    Tokens tokens = passage.tokens();
    int area = areas.endOf(tokens, i);
    if (area > i && tokens.isCapital(area) && !tokens.startsSentence(area)) {
      int place = passage.placeEnd(area);
      return place > area ? place : looksLikePerson(tokens, area) ? i : area + 1;
    }
    boolean known = words.follow(tokens, i);
    if (stops.beginsAt(tokens, i) && !(known && words.follow(tokens, i + 1))) {
      return i;
    }
    if (tokens.is(i, AND)) {
      boolean joins = i > from && (known || tokens.isCapital(i + 1)) && words.follow(tokens, i + 1);
      boolean joinsWord = i > from && !open && beginsWord(passage, i + 1);
      return (joins || joinsWord) && !isHead(tokens, i + 1) ? i + 1 : i;
    }
    boolean cutsWord =
        i > from + 1 && tokens.shape(i - 1) == Shape.LOWER && SyllablePairs.isCompound(tokens, i);
    if (known || cutsWord || (tokens.is(i, NUMBER) && tokens.shape(i + 1) == Shape.NUMBER)) {
      return i + 1;
    }
    if (i > from && isFirstOfTwo(tokens, from, i - 1) && !areas.beginsAt(tokens, i)) {
      return i + 1;
    }
    if (i > from && isWordOfNames(tokens, i)) {
      return i + 2;
    }
    return open ? bridge(passage, i) : i;
  }

  /** A capital syllable that a lower one follows: {@code và Kiểm định …}; no office, no place. */
  private boolean beginsWord(Passage passage, int i) {
    Tokens tokens = passage.tokens();
    Candidate office = passage.at(i);
    return tokens.shape(i) == Shape.CAPITAL
        && tokens.shape(i + 1) == Shape.LOWER
        && !tokens.startsSentence(i + 1)
        && passage.placeEnd(i) == i
        && (office == null || office.sort() != Candidate.Sort.OFFICE)
        && !nothing.beginsAt(tokens, i)
        && !stops.beginsAt(tokens, i + 1)
        && words.follow(tokens, i + 1);
  }

  /** Two syllables that make a word in registered names, and are not said of units: quốc tế. */
  private boolean isWordOfNames(Tokens tokens, int i) {
    return tokens.shape(i + 1) == Shape.LOWER
        && !tokens.startsSentence(i + 1)
        && words.follow(tokens, i + 1)
        && !verbs.beginsAt(tokens, i)
        && !stops.beginsAt(tokens, i)
        && !stops.beginsAt(tokens, i + 1);
  }

  /** A capital syllable between words in lower case begins a word of two: {@code Đa khoa}. */
  private boolean isFirstOfTwo(Tokens tokens, int from, int i) {
    return tokens.shape(i) == Shape.CAPITAL
        && (i == from || tokens.shape(i - 1) == Shape.LOWER)
        && !isCommonSurname(tokens, i)
        && tokens.length(i) > 1;
  }

  private boolean isCommonSurname(Tokens tokens, int i) {
    Phrases.Match surname = surnames.longest(tokens, i);
    return surname != null && surname.value().equals("common");
  }

  /** Words in lower case between capitals: {@code Than khoáng sản Việt Nam}. */
  private int bridge(Passage passage, int from) {
    Tokens tokens = passage.tokens();
    for (int i = from; i <= from + 4 && !tokens.startsSentence(i); i++) {
      if (tokens.isCapital(i)) {
        Candidate office = passage.at(i);
        boolean other = office != null && office.sort() == Candidate.Sort.OFFICE;
        return other || isHead(tokens, i) || looksLikePerson(tokens, i) ? from : i;
      }
      if (tokens.shape(i) != Shape.LOWER || stops.beginsAt(tokens, i)) {
        return from;
      }
    }
    return from;
  }

  private boolean isHead(Tokens tokens, int i) {
    return tokens.isCapital(i) && heads.beginsAt(tokens, i);
  }

  private int sign(Passage passage, int from, int i) {
    Tokens tokens = passage.tokens();
    if (i == from || tokens.startsSentence(i + 1) || i + 1 >= tokens.count()) {
      return i;
    }
    boolean tight = !tokens.hasGap(i) && !tokens.hasGap(i + 1);
    boolean begins = isHead(tokens, i + 1) || looksLikePerson(tokens, i + 1);
    boolean known = words.follow(tokens, i) && words.follow(tokens, i + 1);
    boolean half = words.follow(tokens, i) || words.follow(tokens, i + 1);
    boolean kinds = schools.beginsAt(tokens, i + 1) && schools.endsBefore(tokens, i, 3);
    return switch (tokens.key(i)) {
      case "-" -> kinds || dashJoins(passage, i, tight, half && !begins) ? i + 1 : i;
      case "&" -> tokens.isWord(i + 1) ? i + 1 : i;
      case "." -> tight && tokens.isCapital(i - 1) && tokens.isCapital(i + 1) ? i + 1 : i;
      case "," -> !begins && (known || (tight && tokens.isCapital(i + 1))) ? i + 1 : i;
      default -> i;
    };
  }

  private static boolean dashJoins(Passage passage, int i, boolean tight, boolean known) {
    Tokens tokens = passage.tokens();
    boolean word = tokens.isWord(i + 1);
    return word
        && (tight || (known && tokens.isCapital(i + 1) && passage.placeEnd(i + 1) == i + 1));
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
    int country = countries.endOf(tokens, end);
    if (country > end && tokens.isCapital(end)) {
      return country;
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
    if (looksLikePerson(tokens, area)) {
      return bareAreaToo ? area : end;
    }
    while (i < end + 8
        && tokens.shape(i) == Shape.CAPITAL
        && !tokens.startsSentence(i)
        && !(i > area && surnames.beginsAt(tokens, i) && tokens.isCapital(i + 1))) {
      i++;
    }
    if (i > area) {
      return i;
    }
    return bareAreaToo ? area : end;
  }
}
