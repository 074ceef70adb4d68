package vn.gdnn.newswire.enrich.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate.Sort;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.enrich.vietnamese.Tokens.Shape;

/**
 * What an article makes a name once it has introduced it: the abbreviation in brackets behind a
 * unit, the registry's short form of it, the word for its kind alone, and the given name of
 * somebody named in full.
 */
final class Repeats {

  private static final Phrases NOT_GIVEN = Phrases.beside(Repeats.class, "not-given.txt");

  private static final String AND = Syllables.key("và");
  private static final Phrases KINDS = Phrases.beside(Repeats.class, "kinds.txt");
  private static final Phrases NOT_ONE = Phrases.beside(Repeats.class, "not-one.txt");

  private final WordPairs words;
  private final Set<String> abbreviations = new HashSet<>();
  private final Set<String> givenNames = new HashSet<>();
  private final Set<String> kinds = new HashSet<>();
  private final Set<Entry> units = new HashSet<>();

  Repeats(WordPairs words) {
    this.words = words;
  }

  /** Learns from what stayed of a passage. */
  void learn(Passage passage, List<Candidate> settled) {
    Tokens tokens = passage.tokens();
    for (Candidate candidate : settled) {
      int end = candidate.end();
      if (candidate.sort() == Sort.UNIT) {
        learnUnit(tokens, candidate);
      }
      if (candidate.sort() == Sort.UNIT && isBracketed(tokens, end)) {
        if (isWhole(tokens, candidate)) {
          abbreviations.add(tokens.words(end + 1, end + 2));
        }
      } else if (candidate.sort() == Sort.PERSON && candidate.length() > 1) {
        givenNames.add(tokens.key(end - 1));
      }
    }
  }

  private void learnUnit(Tokens tokens, Candidate unit) {
    if (unit.entries().size() == 1) {
      units.add(unit.entries().get(0));
    }
    int kind = KINDS.endOf(tokens, unit.start());
    if (kind > unit.start() && kind < unit.end()) {
      kinds.add(tokens.keys(unit.start(), kind));
    }
  }

  private static boolean isBracketed(Tokens tokens, int i) {
    return tokens.is(i, "(")
        && (tokens.shape(i + 1) == Shape.UPPER || tokens.shape(i + 1) == Shape.MIXED)
        && tokens.is(i + 2, ")")
        && !tokens.startsLine(i)
        && tokens.length(i + 1) > 1;
  }

  /** Not {@code GDĐT} behind {@code Bộ Giáo dục và Đào tạo}: that is only a part's abbreviation. */
  private static boolean isWhole(Tokens tokens, Candidate unit) {
    String letters = tokens.key(unit.end() + 1);
    StringBuilder initials = new StringBuilder();
    for (int i = unit.start() + 1; i < unit.end(); i++) {
      if (tokens.isWord(i)) {
        initials.append(tokens.key(i).charAt(0));
      }
    }
    return unit.length() == 1 || !isSubsequence(letters, initials);
  }

  private static boolean isSubsequence(String letters, CharSequence of) {
    int found = 0;
    for (int i = 0; i < of.length() && found < letters.length(); i++) {
      found += of.charAt(i) == letters.charAt(found) ? 1 : 0;
    }
    return found == letters.length();
  }

  /** Candidates for what was learned. */
  List<Candidate> candidates(Passage passage, List<Candidate> settled) {
    Tokens tokens = passage.tokens();
    boolean[] taken = new boolean[tokens.count()];
    for (Candidate candidate : settled) {
      for (int i = candidate.start(); i < candidate.end(); i++) {
        taken[i] = true;
      }
    }
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (taken[i] || !tokens.isCapital(i)) {
        continue;
      }
      int kind = kindEnd(tokens, i);
      if (kind > i && !isAnyTaken(taken, i, kind)) {
        found.add(new Candidate(Sort.UNIT, i, kind, "unit/bare-repeat", 0.75));
        i = kind - 1;
      } else if (isShortForm(passage, i)) {
        found.add(new Candidate(Sort.UNIT, i, i + 1, "unit/repeat-short", 0.8));
      } else if (tokens.shape(i) != Shape.CAPITAL
          && abbreviations.contains(tokens.words(i, i + 1))) {
        found.add(new Candidate(Sort.UNIT, i, i + 1, "unit/introduced", 0.85));
      } else if (isGivenName(tokens, i)) {
        found.add(new Candidate(Sort.PERSON, i, i + 1, "person/given-name", 0.7));
      }
    }
    return found;
  }

  private static boolean isAnyTaken(boolean[] taken, int from, int to) {
    for (int i = from; i < to; i++) {
      if (taken[i]) {
        return true;
      }
    }
    return false;
  }

  /** Where the word for a kind ends that means the unit named; {@code i} where there is none. */
  private int kindEnd(Tokens tokens, int i) {
    int end = tokens.startsSentence(i) ? i : KINDS.endOf(tokens, i);
    boolean one =
        end > i
            && tokens.shape(i) == Shape.CAPITAL
            && kinds.contains(tokens.keys(i, end))
            && !NOT_ONE.endsBefore(tokens, i, 2)
            && !isListed(tokens, i, end)
            && (tokens.startsSentence(end) || !tokens.isCapital(end))
            && !(tokens.isWord(end) && words.follow(tokens, end));
    return one ? end : i;
  }

  /** One of several kinds: {@code các Cục, Vụ}, {@code …, Tập đoàn, Tổng công ty}. */
  private static boolean isListed(Tokens tokens, int i, int end) {
    boolean behind = isJoint(tokens, i - 1) && KINDS.endsBefore(tokens, i - 1, 3);
    boolean before = isJoint(tokens, end) && KINDS.beginsAt(tokens, end + 1);
    return behind || before || isJoint(tokens, i - 1) && isJoint(tokens, end);
  }

  private static boolean isJoint(Tokens tokens, int i) {
    return tokens.is(i, ",") || tokens.is(i, AND);
  }

  /** One word in capitals that the registry has for a unit named in the article. */
  private boolean isShortForm(Passage passage, int i) {
    if (passage.tokens().shape(i) != Shape.UPPER) {
      return false;
    }
    for (Hit hit : passage.hitsAt(i)) {
      if (hit.shortForm()
          && hit.end() == i + 1
          && hit.entries().stream().anyMatch(units::contains)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGivenName(Tokens tokens, int i) {
    return tokens.shape(i) == Shape.CAPITAL
        && givenNames.contains(tokens.key(i))
        && !NOT_GIVEN.beginsAt(tokens, i)
        && tokens.length(i) > 1
        && !(tokens.isCapital(i - 1) && !tokens.startsSentence(i))
        && !(tokens.isCapital(i + 1) && !tokens.startsSentence(i + 1))
        && !words.follow(tokens, i + 1)
        && !tokens.is(i + 1, "-")
        && !tokens.is(i - 1, "-");
  }
}
