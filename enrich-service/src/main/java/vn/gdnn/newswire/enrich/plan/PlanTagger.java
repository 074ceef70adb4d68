package vn.gdnn.newswire.enrich.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.gdnn.newswire.enrich.vietnamese.Tokens.Shape;

/**
 * Finds plans: a type word with a number, a type word with a title, and names of the registry. Runs
 * after the taggers of offices and units.
 */
public final class PlanTagger implements Tagger {

  private static final String ABOUT = Syllables.key("về");
  private static final String GREAT = Syllables.key("đại");
  private static final String NUMBER = Syllables.key("số");

  /** Words in lower case that may stand behind a number that has no code. */
  private static final Set<String> AFTER_NUMBER =
      Stream.of("về", "của", "và", "là", "ngày", "đã", "được", "năm", "có", "quy", "cũng")
          .map(Syllables::key)
          .collect(Collectors.toUnmodifiableSet());

  private final Phrases types = Phrases.beside(PlanTagger.class, "types.txt");
  private final Phrases openings = Phrases.beside(PlanTagger.class, "openings.txt");
  private final Phrases approvals = Phrases.beside(PlanTagger.class, "approvals.txt");
  private final Phrases plural = Phrases.beside(PlanTagger.class, "plural.txt");
  private final TitleGrammar titles;

  /** Learns from the registry's titles. */
  public PlanTagger(Gazetteer gazetteer) {
    this.titles = new TitleGrammar(gazetteer.registry(), types);
  }

  @Override
  public List<Candidate> tag(Passage passage) {
    Tokens tokens = passage.tokens();
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      Candidate known = registryPlan(passage, i);
      Candidate plan = planAt(passage, i);
      boolean sure = known != null && known.rule().equals("plan/registry") && isLaw(known);
      if (plan != null && (known == null || plan.end() > known.end() && !sure)) {
        found.add(plan);
        i = plan.end() - 1;
      } else if (known != null) {
        found.add(known);
        i = known.end() - 1;
      }
    }
    return found;
  }

  private @Nullable Candidate registryPlan(Passage passage, int i) {
    Tokens tokens = passage.tokens();
    for (Hit hit : passage.hitsAt(i)) {
      List<Entry> plans = hit.entries().stream().filter(Entry.Plan.class::isInstance).toList();
      // Some type words may be in lower case, a campaign's first word may not.
      Phrases.Match type = types.longest(tokens, i);
      boolean lower = type != null && type.has("lower");
      if (plans.isEmpty() || !(hit.sameInitial() || lower) || isCutNumber(tokens, hit.end())) {
        continue;
      }
      int end = titles.withPeriods(tokens, hit.end());
      boolean law = ((Entry.Plan) plans.get(0)).type().endsWith("luật");
      if (law && isAmendment(tokens, end)) {
        end += 4;
      }
      boolean whole = end == hit.end();
      String rule = whole ? "plan/registry" : "plan/registry-extended";
      return new Candidate(Sort.PLAN, i, end, rule, 0.96, whole ? plans : List.of());
    }
    return null;
  }

  /** {@code Luật số 34} is not the name where {@code /2018/QH14} goes on. */
  private static boolean isCutNumber(Tokens tokens, int end) {
    return tokens.shape(end - 1) == Tokens.Shape.NUMBER
        && tokens.is(end, "/")
        && !tokens.hasGap(end);
  }

  private static boolean isLaw(Candidate known) {
    return known.entries().get(0) instanceof Entry.Plan plan && plan.type().endsWith("luật");
  }

  private static boolean isAmendment(Tokens tokens, int i) {
    return tokens.is(i, "(")
        && tokens.is(i + 1, Syllables.key("sửa"))
        && tokens.is(i + 2, Syllables.key("đổi"))
        && tokens.is(i + 3, ")");
  }

  private @Nullable Candidate planAt(Passage passage, int i) {
    Tokens tokens = passage.tokens();
    Phrases.Match type = types.longest(tokens, i);
    if (type == null || tokens.startsLine(type.end())) {
      return null;
    }
    Candidate numbered = type.has("number") ? numbered(tokens, i, type) : null;
    if (numbered != null) {
      return numbered;
    }
    if (isPlural(tokens, i)) {
      return null;
    }
    boolean capital = tokens.isCapital(i);
    int quoted = titles.quotedEnd(tokens, type.end());
    if (quoted > type.end() && (type.has("title") || type.has("draft"))) {
      return new Candidate(Sort.PLAN, i, quoted, "plan/quoted", 0.9);
    }
    if (capital && type.has("title") && tokens.isCapital(type.end())) {
      return titled(passage, i, type, "plan/title", 0.8);
    }
    if (capital && type.has("loose") && isLooseTitle(tokens, i, type)) {
      return titled(passage, i, type, "plan/loose-title", 0.7);
    }
    if (type.has("congress") && tokens.is(type.end(), GREAT)) {
      int end = titles.congressEnd(tokens, type.end());
      return end == type.end() ? null : new Candidate(Sort.PLAN, i, end, "plan/congress", 0.85);
    }
    if (capital && type.has("amends")) {
      int amended = titles.amendedLaw(tokens, type.end());
      Candidate law = amended == type.end() ? null : registryPlan(passage, amended);
      if (law != null) {
        return new Candidate(Sort.PLAN, i, law.end(), "plan/amending-law", 0.9);
      }
    }
    if (capital && type.has("draft") && tokens.is(type.end(), ABOUT)) {
      return titled(passage, i, type, "plan/draft", 0.75);
    }
    return null;
  }

  private static @Nullable Candidate numbered(Tokens tokens, int i, Phrases.Match type) {
    boolean said = tokens.is(type.end(), NUMBER);
    int from = said ? type.end() + 1 : type.end();
    if (said && tokens.is(from, ":")) {
      from++;
    }
    int end = InstrumentNumber.endOf(tokens, from);
    if (end == from || tokens.startsSentence(from)) {
      return null;
    }
    boolean coded = InstrumentNumber.hasCode(tokens, from, end);
    if (coded) {
      return new Candidate(Sort.PLAN, i, end, "plan/number", 0.99);
    }
    boolean single = end == from + 1;
    if (!said && single && !type.has("plain") && isCounted(tokens, end)) {
      return null;
    }
    if (!said && single && (type.has("coded") || !tokens.isCapital(i) && !type.has("title"))) {
      return null;
    }
    return new Candidate(Sort.PLAN, i, end, "plan/number-short", said ? 0.9 : 0.8);
  }

  /** {@code Kế hoạch 5 năm} has no number, {@code Nghị quyết 29 về} has one. */
  private static boolean isCounted(Tokens tokens, int i) {
    return tokens.shape(i) == Shape.LOWER
        && !tokens.startsSentence(i)
        && !AFTER_NUMBER.contains(tokens.key(i));
  }

  private @Nullable Candidate titled(
      Passage passage, int i, Phrases.Match type, String rule, double confidence) {
    int end = titles.endOf(passage, type.end());
    return end < type.end() + 1 ? null : new Candidate(Sort.PLAN, i, end, rule, confidence);
  }

  private boolean isLooseTitle(Tokens tokens, int i, Phrases.Match type) {
    int opening = openings.endOf(tokens, type.end());
    if (opening == type.end() || tokens.startsSentence(type.end())) {
      return false;
    }
    boolean strong = type.value().contains("strong");
    return strong || approvals.endsBefore(tokens, i, 2) || opening - type.end() > 2;
  }

  private boolean isPlural(Tokens tokens, int i) {
    return plural.endsBefore(tokens, i, 2);
  }
}
