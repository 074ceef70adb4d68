package vn.gdnn.newswire.enrich.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Candidate.Sort;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.unit.UnitTagger;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * The rules' findings in the light of the model: it says which names there are and where they end.
 * A name that both see keeps the rule that made it; offices stay the rules' affair.
 */
public final class Revision {

  /**
   * A name that no rule saw and that is likelier none than one is left out: probabilities are
   * calibrated.
   */
  private static final double LIKELY = 0.5;

  private static final String REGISTERED = "unit/registry";
  private static final Phrases KINDS = Phrases.beside(UnitTagger.class, "heads.txt");
  private static final Phrases STOPS = Phrases.beside(UnitTagger.class, "stops.txt");
  private static final Phrases DEPARTMENTS = Phrases.beside(Revision.class, "departments.txt");
  private static final Phrases PARENTS = Phrases.beside(Revision.class, "parents.txt");
  private static final String AND = Syllables.key("và");

  private Revision() {}

  /** Revises what the rules settled on in a passage. */
  public static List<Candidate> of(
      Passage passage, List<Candidate> settled, SequenceModel model, WordPairs pairs) {
    Map<Long, Candidate> same = new HashMap<>();
    Map<Integer, Candidate> holders = new HashMap<>();
    Map<Integer, Candidate> starts = new HashMap<>();
    List<Candidate> revised = new ArrayList<>();
    boolean[] fixed = new boolean[passage.tokens().count()];
    for (Candidate candidate : settled) {
      if (isFixed(candidate)) {
        revised.add(candidate);
        for (int i = candidate.start(); i < candidate.end(); i++) {
          fixed[i] = true;
        }
      } else {
        same.put(place(candidate.sort(), candidate.start(), candidate.end()), candidate);
      }
      if (candidate.rule().equals(REGISTERED)) {
        starts.put(candidate.start(), candidate);
      }
      if (candidate.rule().equals("person/office")) {
        holders.put(candidate.end(), candidate);
      }
    }
    for (SequenceModel.Span span : model.read(passage, settled, pairs)) {
      if (!touches(fixed, span.start(), span.end())) {
        revised.addAll(revised(passage, span, same, holders, starts));
      }
    }
    revised.sort(Comparator.comparingInt(Candidate::start));
    return revised;
  }

  private static List<Candidate> revised(
      Passage passage,
      SequenceModel.Span span,
      Map<Long, Candidate> same,
      Map<Integer, Candidate> holders,
      Map<Integer, Candidate> starts) {
    Candidate rule = same.get(place(span.sort(), span.start(), span.end()));
    if (rule != null && rule.rule().equals(REGISTERED)) {
      return List.of(withConfidence(rule, span.probability()));
    }
    int parent = parentWithin(passage, span);
    if (parent > span.start()) {
      List<Candidate> two = new ArrayList<>();
      for (SequenceModel.Span part :
          List.of(span.to(lastBefore(passage, parent)), span.from(parent))) {
        two.addAll(revised(passage, part, same, holders, starts));
      }
      return two;
    }
    if (rule != null) {
      return List.of(withConfidence(rule, span.probability()));
    }
    Candidate registered = starts.get(span.start());
    if (registered != null && goesOnInTheSentence(passage, registered, span)) {
      List<Candidate> apart = new ArrayList<>(List.of(registered));
      same.values().stream()
          .filter(other -> other.start() >= registered.end() && other.end() <= span.end())
          .forEach(apart::add);
      return apart;
    }
    List<Candidate> holder = unitAndHolder(span, same, holders.get(span.end()));
    if (!holder.isEmpty()) {
      return holder;
    }
    boolean leftOut = span.probability() < LIKELY || isRulesAffair(passage.tokens(), span);
    return leftOut ? List.of() : List.of(found(passage, span));
  }

  /**
   * One of several kinds of unit ({@code các Vụ, Cục}), and an abbreviation in brackets behind a
   * name, which may be that of a part: the rules know of both, and have passed them over.
   */
  private static boolean isRulesAffair(Tokens tokens, SequenceModel.Span span) {
    int start = span.start();
    boolean listed =
        span.sort() == Sort.UNIT
            && KINDS.endOf(tokens, start) == span.end()
            && (isJoint(tokens, start - 1) && KINDS.endsBefore(tokens, start - 1, 3)
                || isJoint(tokens, span.end()) && KINDS.beginsAt(tokens, span.end() + 1));
    boolean bracketed =
        span.end() == start + 1
            && tokens.isWord(start - 2)
            && tokens.is(start - 1, "(")
            && tokens.is(span.end(), ")");
    return listed || bracketed;
  }

  private static boolean isJoint(Tokens tokens, int i) {
    return tokens.is(i, ",") || tokens.is(i, AND);
  }

  /**
   * Where the parent begins that stands behind a department without a word between: {@code Vụ Pháp
   * chế Bộ Công Thương} is two, though {@code Thanh tra Bộ} is one. The span's start when none
   * does.
   */
  private static int parentWithin(Passage passage, SequenceModel.Span span) {
    Tokens tokens = passage.tokens();
    if (span.sort() == Sort.UNIT && DEPARTMENTS.beginsAt(tokens, span.start())) {
      for (int i = span.start() + 2; i + 1 < span.end(); i++) {
        if (isParent(tokens, i)) {
          return i;
        }
      }
    }
    return span.start();
  }

  private static boolean isParent(Tokens tokens, int i) {
    int end = PARENTS.endOf(tokens, i);
    return end > i
        && !tokens.is(i - 1, AND)
        && (end > i + 1 || end < tokens.count() && tokens.isCapital(end));
  }

  /** Where a name ends in front of a token: not with a comma or a dash. */
  private static int lastBefore(Passage passage, int token) {
    return passage.tokens().isWord(token - 1) ? token : token - 1;
  }

  /** A word that ends names ends one of the registry, however the model reads it. */
  private static boolean goesOnInTheSentence(
      Passage passage, Candidate registered, SequenceModel.Span span) {
    return registered.sort() == span.sort()
        && registered.end() < span.end()
        && STOPS.beginsAt(passage.tokens(), registered.end());
  }

  /**
   * A unit and somebody behind it whose office stands before it are two names, though a model may
   * take a foreign name for the unit's end ({@code Bộ trưởng Bộ Tài chính Lào Somphone Vilaysack}).
   */
  private static List<Candidate> unitAndHolder(
      SequenceModel.Span span, Map<Long, Candidate> same, @Nullable Candidate holder) {
    if (span.sort() != Sort.UNIT || holder == null) {
      return List.of();
    }
    Candidate unit = same.get(place(Sort.UNIT, span.start(), holder.start()));
    return unit == null ? List.of() : List.of(unit, holder);
  }

  private static Candidate withConfidence(Candidate rule, double confidence) {
    return new Candidate(
        rule.sort(), rule.start(), rule.end(), rule.rule(), confidence, rule.entries());
  }

  private static boolean isFixed(Candidate candidate) {
    return candidate.sort() == Sort.OFFICE || candidate.rule().startsWith("plan/number");
  }

  private static boolean touches(boolean[] fixed, int start, int end) {
    for (int i = start; i < end; i++) {
      if (fixed[i]) {
        return true;
      }
    }
    return false;
  }

  private static long place(Sort sort, int start, int end) {
    return ((long) start << 32 | end) * 4 + sort.ordinal();
  }

  private static Candidate found(Passage passage, SequenceModel.Span span) {
    String rule = span.sort().name().toLowerCase(Locale.ROOT) + "/model";
    List<Entry> entries = List.of();
    for (Hit hit : passage.hitsAt(span.start())) {
      if (hit.end() == span.end() && !hit.shortForm()) {
        entries = hit.entries().stream().filter(entry -> isOf(span.sort(), entry)).toList();
      }
    }
    return new Candidate(span.sort(), span.start(), span.end(), rule, span.probability(), entries);
  }

  private static boolean isOf(Sort sort, Entry entry) {
    return switch (sort) {
      case PERSON -> entry instanceof Entry.Person;
      case UNIT -> entry instanceof Entry.Unit;
      case PLAN -> entry instanceof Entry.Plan;
      default -> false;
    };
  }
}
