package vn.gdnn.newswire.enrich.unit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Gazetteer;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Candidate.Sort;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.tag.Tagger;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Finds units. Reads from right to left, so that a body that takes the unit behind it into its name
 * ({@code Đảng ủy Tổng cục …}) finds that unit already there.
 */
public final class UnitTagger implements Tagger {

  private static final String AND = Syllables.key("và");

  private final Phrases heads = Phrases.beside(UnitTagger.class, "heads.txt");
  private final Phrases nothing = Phrases.beside(UnitTagger.class, "nothing.txt");
  private final Phrases events = Phrases.beside(UnitTagger.class, "events.txt");
  private final Phrases plural = Phrases.beside(UnitTagger.class, "plural.txt");
  private final Phrases kinds = Phrases.beside(UnitTagger.class, "kinds.txt");
  private final Phrases papers = Phrases.beside(UnitTagger.class, "papers.txt");
  private final Phrases surnames = Phrases.surnames();
  private final UnitGrammar grammar;

  /** Learns the words of names from the registry. */
  public UnitTagger(Gazetteer gazetteer) {
    this.grammar = new UnitGrammar(gazetteer.unitPairs(), heads, surnames);
  }

  @Override
  public List<Candidate> tag(Passage passage) {
    Tokens tokens = passage.tokens();
    @Nullable Candidate[] at = new Candidate[tokens.count() + 1];
    List<Candidate> found = new ArrayList<>();
    for (int i = tokens.count() - 1; i >= 0; i--) {
      Candidate unit = tokens.isWord(i) ? unitAt(passage, i, at) : null;
      at[i] = unit;
      if (unit != null) {
        found.add(unit);
      }
      Candidate none = nothingAt(passage, i, at);
      if (none != null) {
        found.add(none);
      }
    }
    return found;
  }

  private @Nullable Candidate unitAt(Passage passage, int i, @Nullable Candidate[] at) {
    Tokens tokens = passage.tokens();
    Candidate office = passage.at(i);
    if (office != null && office.sort() == Sort.OFFICE && office.length() > 1) {
      return null;
    }
    Phrases.Match head = heads.longest(tokens, i);
    Candidate known = registryUnit(passage, i, head);
    Candidate named =
        head == null ? null : namedUnit(passage, i, head, known == null ? i : known.end(), at);
    if (known != null && (named == null || known.end() >= named.end())) {
      return extend(passage, known, head, at);
    }
    if (named != null) {
      return named;
    }
    return head == null ? null : bareUnit(passage, i, head);
  }

  private @Nullable Candidate registryUnit(Passage passage, int i, Phrases.@Nullable Match head) {
    Tokens tokens = passage.tokens();
    for (Hit hit : passage.hitsAt(i)) {
      List<Entry> units = units(hit);
      if (units.isEmpty()) {
        continue;
      }
      boolean lowerHead = head != null && head.has("lower");
      boolean written =
          hit.sameCapitals()
              || (hit.end() - i > 2 && hit.sameInitial())
              || (lowerHead && tokens.isCapital(i + 1));
      if (!written || tokens.isWord(hit.end()) && !tokens.hasGap(hit.end())) {
        continue;
      }
      if (hit.shortForm()) {
        boolean composed = head != null && hit.end() > head.end() && hit.sameInitial();
        boolean credited = hit.sameCapitals() && papers.endsBefore(tokens, i, 3);
        if (!composed && !credited) {
          continue;
        }
        return new Candidate(
            Sort.UNIT, i, hit.end(), "unit/registry-short", composed ? 0.9 : 0.8, units);
      }
      return new Candidate(Sort.UNIT, i, hit.end(), "unit/registry", 0.97, units);
    }
    return null;
  }

  private static List<Entry> units(Hit hit) {
    List<Entry> units = new ArrayList<>();
    for (Entry entry : hit.entries()) {
      if (entry instanceof Entry.Unit unit && !unit.kind().equals("state")) {
        units.add(entry);
      }
    }
    return units;
  }

  private @Nullable Candidate namedUnit(
      Passage passage, int i, Phrases.Match head, int known, @Nullable Candidate[] at) {
    Tokens tokens = passage.tokens();
    boolean capital = tokens.isCapital(i) || hasCapital(tokens, i, head.end());
    if (tokens.startsSentence(head.end()) || (!capital && !lowerHead(tokens, i, head))) {
      return null;
    }
    Candidate inner = at[head.end()];
    if (inner != null
        && head.has("inside")
        && inner.end() - i <= UnitGrammar.LONGEST * 2
        && !isNothing(passage, i, head)) {
      return new Candidate(Sort.UNIT, i, inner.end(), "unit/head-inside", 0.85);
    }
    if (isNothing(passage, i, head)) {
      return null;
    }
    int end = grammar.nameEnd(passage, head.end(), known, head.has("lower"));
    if (end == head.end() || !hasCapital(tokens, head.end(), end)) {
      end = head.end();
      int area = grammar.areaEnd(passage, end, head.has("area"));
      boolean placed = area > end && head.has("area");
      return placed && !isMany(tokens, i)
          ? new Candidate(Sort.UNIT, i, area, "unit/head-area", 0.85)
          : null;
    }
    boolean many = capital ? isMany(tokens, i) : isPlural(tokens, i);
    if (many || kinds.endOf(tokens, head.end()) == end) {
      return null;
    }
    end = grammar.areaEnd(passage, end, head.has("area"));
    Candidate behind = head.has("inside") && end < at.length ? at[end] : null;
    if (behind != null && !tokens.startsSentence(end)) {
      end = behind.end();
    }
    if (end - i > UnitGrammar.LONGEST * 2) {
      return null;
    }
    return new Candidate(Sort.UNIT, i, end, "unit/head-name", capital ? 0.85 : 0.75);
  }

  /**
   * In lower case a head word needs a name behind it, and no name before it: not {@code Quốc hội}.
   */
  private static boolean lowerHead(Tokens tokens, int i, Phrases.Match head) {
    return head.has("lower")
        && tokens.isCapital(head.end())
        && (!tokens.isCapital(i - 1) || tokens.startsSentence(i));
  }

  private static boolean hasCapital(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.isCapital(i)) {
        return true;
      }
    }
    return false;
  }

  private Candidate extend(
      Passage passage, Candidate known, Phrases.@Nullable Match head, @Nullable Candidate[] at) {
    Tokens tokens = passage.tokens();
    if (head == null || tokens.startsSentence(known.end())) {
      return known;
    }
    int end = grammar.areaEnd(passage, known.end(), head.has("area"));
    Candidate behind = at[end];
    if (head.has("inside") && behind != null && !tokens.startsSentence(end)) {
      end = behind.end();
    }
    return end == known.end() || end - known.start() > UnitGrammar.LONGEST * 2
        ? known
        : new Candidate(Sort.UNIT, known.start(), end, "unit/registry-extended", 0.85);
  }

  private @Nullable Candidate bareUnit(Passage passage, int i, Phrases.Match head) {
    Tokens tokens = passage.tokens();
    int end = head.end();
    boolean always = head.has("bare");
    if (tokens.shape(i) != Tokens.Shape.CAPITAL || isNothing(passage, i, head)) {
      return null;
    }
    if (!always && !(head.has("mid") || head.has("known")) || isPlural(tokens, i)) {
      return null;
    }
    boolean followed = tokens.isCapital(end) && !tokens.startsSentence(end);
    if (!always && (tokens.startsSentence(i) || followed)) {
      return null;
    }
    String rule = always || head.has("mid") ? "unit/bare" : "unit/bare-known";
    return new Candidate(Sort.UNIT, i, end, rule, 0.8);
  }

  /**
   * Right behind a plural word, or a number: {@code 5 Trường}, but not {@code ngày 18/4, Trường}.
   */
  private boolean isMany(Tokens tokens, int i) {
    return plural.endsBefore(tokens, i, 2) || tokens.shape(i - 1) == Tokens.Shape.NUMBER;
  }

  /** Looks back over a list: {@code các Vụ, Cục} is many as well as {@code các Vụ}. */
  private boolean isPlural(Tokens tokens, int i) {
    int k = i;
    for (int steps = 0; steps < 8; steps++) {
      if (plural.endsBefore(tokens, k, 2) || (k == i && isMany(tokens, i))) {
        return true;
      }
      int before = k - 1;
      if (before < 1 || tokens.startsSentence(k)) {
        return false;
      }
      boolean joint = tokens.is(before, ",") || tokens.is(before, AND);
      boolean listed = k < i && tokens.isWord(before) && (tokens.is(k, ",") || tokens.is(k, AND));
      if (!joint && !listed) {
        return false;
      }
      k = before;
    }
    return false;
  }

  private boolean isNothing(Passage passage, int i, Phrases.Match head) {
    Phrases.Match none = nothing.longest(passage.tokens(), i);
    return none != null && none.end() >= head.end() && !nameFollows(passage.tokens(), none, head);
  }

  /** {@code cơ quan} is nothing, {@code Cơ quan Hợp tác Quốc tế} is a name all the same. */
  private static boolean nameFollows(Tokens tokens, Phrases.Match none, Phrases.Match head) {
    return none.end() == head.end() && tokens.isCapital(none.end());
  }

  private @Nullable Candidate nothingAt(Passage passage, int i, @Nullable Candidate[] at) {
    Tokens tokens = passage.tokens();
    int place = passage.placeEnd(i);
    int event = events.endOf(tokens, i);
    if (event > i) {
      while (tokens.shape(event) == Tokens.Shape.NUMBER) {
        event++;
      }
      Candidate unit = event < at.length ? at[event] : null;
      if (unit != null && !tokens.startsSentence(event)) {
        return new Candidate(Sort.NOTHING, i, unit.end(), "unit/event", 0.9);
      }
    }
    if (place > i) {
      return new Candidate(Sort.NOTHING, i, place, "unit/place", 0.5);
    }
    Phrases.Match none = nothing.longest(tokens, i);
    return none != null && none.end() - i > 1
        ? new Candidate(Sort.NOTHING, i, none.end(), "unit/nothing", 0.5)
        : null;
  }
}
