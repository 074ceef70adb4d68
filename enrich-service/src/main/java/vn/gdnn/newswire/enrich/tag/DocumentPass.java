package vn.gdnn.newswire.enrich.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Gazetteer;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate.Sort;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Kind;

/**
 * One look at a whole article after its passages were tagged: settles overlaps, takes up what the
 * article introduces, and says what each name stands for.
 */
public final class DocumentPass {

  private static final int LONGEST_NAME = 600;
  private static final int LONGEST_ID = 200;

  private static final Pattern SAID_NUMBER = Pattern.compile("^(.*?)-so-(?=[0-9])");
  private static final Pattern WITH_YEAR = Pattern.compile(".*-[0-9]+-[0-9]{4}");

  private final UnitNames units;
  private final WordPairs words;
  private final NavigableMap<String, List<Entry.Plan>> plansByNumber = new TreeMap<>();

  /** Prepares for articles in the light of a registry. */
  public DocumentPass(Gazetteer gazetteer) {
    Registry registry = gazetteer.registry();
    this.units = new UnitNames(registry);
    this.words = gazetteer.pairs();
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Plan plan && !plan.number().isEmpty()) {
        String id = Syllables.slug(plan.type() + " " + plan.number());
        plansByNumber.computeIfAbsent(id, key -> new ArrayList<>()).add(plan);
      }
    }
  }

  /** What an article names, and the offices it mentions, in reading order. */
  public record Reading(List<NamedSpan> names, List<OfficeSpan> offices) {
    /** Copies the lists. */
    public Reading {
      names = List.copyOf(names);
      offices = List.copyOf(offices);
    }
  }

  /** A mention of an office. */
  public record OfficeSpan(Passage passage, Candidate candidate) {}

  /**
   * What stays of the candidates of an article's passages, and what repeats them elsewhere: a list
   * per passage, in reading order, none over another.
   */
  public List<List<Candidate>> settle(List<Passage> passages) {
    List<List<Candidate>> settled = new ArrayList<>();
    for (Passage passage : passages) {
      settled.add(Merge.settle(passage.candidates(), passage.tokens().count()));
    }
    return withRepeats(passages, settled);
  }

  /** Adds where an article says again, in short, what is settled already. */
  public List<List<Candidate>> withRepeats(List<Passage> passages, List<List<Candidate>> settled) {
    Repeats repeats = new Repeats(words);
    for (int i = 0; i < passages.size(); i++) {
      repeats.learn(passages.get(i), settled.get(i));
    }
    List<List<Candidate>> all = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      List<Candidate> here = new ArrayList<>(settled.get(i));
      here.addAll(repeats.candidates(passages.get(i), settled.get(i)));
      here.sort(Comparator.comparingInt(Candidate::start));
      all.add(here);
    }
    return all;
  }

  /** Says what an article's settled candidates name. */
  public Reading read(List<Passage> passages, List<List<Candidate>> settled, LocalDate asOf) {
    List<NamedSpan> spans = new ArrayList<>();
    List<OfficeSpan> offices = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      for (Candidate candidate : settled.get(i)) {
        if (candidate.sort() == Sort.OFFICE) {
          offices.add(new OfficeSpan(passage, candidate));
        } else if (candidate.sort() != Sort.NOTHING && isOfNameLength(passage, candidate)) {
          spans.add(new NamedSpan(passage, candidate, provisional(candidate)));
        }
      }
    }
    return new Reading(named(spans, asOf), offices);
  }

  /** A "word" may be of any length; a name is not. */
  private static boolean isOfNameLength(Passage passage, Candidate candidate) {
    Tokens tokens = passage.tokens();
    return tokens.length(candidate.start(), candidate.end()) <= LONGEST_NAME;
  }

  private static Entity provisional(Candidate candidate) {
    return new Entity(Kind.valueOf(candidate.sort().name()), "", "", false);
  }

  private List<NamedSpan> named(List<NamedSpan> spans, LocalDate asOf) {
    Map<NamedSpan, Entity> entities = new HashMap<>();
    entities.putAll(units.resolve(of(spans, Kind.UNIT), asOf));
    entities.putAll(people(of(spans, Kind.PERSON)));
    entities.putAll(plans(of(spans, Kind.PLAN), asOf));
    // Written in two ways, it is one entity all the same: with the name it was given first.
    Map<String, Entity> first = new HashMap<>();
    List<NamedSpan> named = new ArrayList<>();
    for (NamedSpan span : spans) {
      Entity entity = entities.get(span);
      if (entity != null) {
        Entity one = first.computeIfAbsent(entity.kind() + " " + entity.id(), key -> entity);
        named.add(new NamedSpan(span.passage(), span.candidate(), one));
      }
    }
    return named;
  }

  private static List<NamedSpan> of(List<NamedSpan> spans, Kind kind) {
    return spans.stream().filter(span -> span.entity().kind() == kind).toList();
  }

  /** A given name belongs to whoever with that name was last named in full. */
  private static Map<NamedSpan, Entity> people(List<NamedSpan> spans) {
    Map<NamedSpan, Entity> entities = new HashMap<>();
    Map<String, Entity> full = new HashMap<>();
    Map<String, Entity> given = new HashMap<>();
    for (NamedSpan span : spans) {
      Candidate candidate = span.candidate();
      Tokens tokens = span.passage().tokens();
      if (candidate.length() == 1) {
        continue;
      }
      String variant = span.keys().replace('y', 'i');
      Entity entity = full.get(variant);
      if (entity == null) {
        entity = person(span);
        full.put(variant, entity);
      }
      entities.put(span, entity);
      given.put(tokens.key(candidate.end() - 1), entity);
    }
    Map<String, Entity> sofar = new HashMap<>();
    for (NamedSpan span : spans) {
      Tokens tokens = span.passage().tokens();
      String last = tokens.key(span.candidate().end() - 1);
      if (span.candidate().length() > 1) {
        sofar.put(last, entities.get(span));
      } else {
        Entity entity = sofar.getOrDefault(last, given.get(last));
        entities.put(span, entity == null ? person(span) : entity);
      }
    }
    return entities;
  }

  private static Entity person(NamedSpan span) {
    for (Entry entry : span.candidate().entries()) {
      return new Entity(Kind.PERSON, entry.id(), entry.name(), true);
    }
    String id = EntityIds.unknown(Kind.PERSON, span.keys());
    return new Entity(Kind.PERSON, id, shown(span.words()), false);
  }

  /** A name to show: capitals only at the beginning of each word. */
  private static String shown(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean first = i == 0 || name.charAt(i - 1) == ' ';
      shown.append(first ? name.charAt(i) : Character.toLowerCase(name.charAt(i)));
    }
    return shown.toString();
  }

  private Map<NamedSpan, Entity> plans(List<NamedSpan> spans, LocalDate asOf) {
    Map<NamedSpan, Entity> entities = new HashMap<>();
    NavigableMap<String, Entity> numbered = new TreeMap<>();
    for (NamedSpan span : spans) {
      if (span.candidate().rule().equals("plan/number")) {
        String id = numberId(span);
        Entity entity = numbered.computeIfAbsent(id, key -> numbered(span, key, asOf));
        entities.put(span, entity);
      }
    }
    for (NamedSpan span : spans) {
      if (entities.containsKey(span)) {
        continue;
      }
      Optional<Entity> entity = newest(span.candidate().entries(), asOf);
      if (entity.isEmpty() && span.candidate().rule().equals("plan/number-short")) {
        entity = unshortened(numberId(span), numbered, asOf);
      }
      entities.put(span, entity.orElseGet(() -> unknownPlan(span)));
    }
    return entities;
  }

  private static String numberId(NamedSpan span) {
    String id = SAID_NUMBER.matcher(Syllables.slug(span.words())).replaceFirst("$1-");
    return id.length() <= LONGEST_ID ? id : EntityIds.unknown(Kind.PLAN, span.keys());
  }

  private Entity numbered(NamedSpan span, String id, LocalDate asOf) {
    return newest(plansByNumber.getOrDefault(id, List.of()), asOf)
        .orElseGet(() -> new Entity(Kind.PLAN, id, span.words(), false));
  }

  /**
   * {@code Nghị quyết 29} is the article's {@code Nghị quyết 29-NQ/TW}; with a year, the
   * registry's.
   */
  private Optional<Entity> unshortened(
      String id, NavigableMap<String, Entity> numbered, LocalDate asOf) {
    List<Entity> here =
        numbered.subMap(id + "-", id + ".").values().stream().distinct().limit(2).toList();
    if (here.size() == 1) {
      return Optional.of(here.get(0));
    }
    if (!WITH_YEAR.matcher(id).matches()) {
      return Optional.empty();
    }
    List<Entry.Plan> known =
        plansByNumber.subMap(id + "-", id + ".").values().stream()
            .flatMap(List::stream)
            .limit(2)
            .toList();
    return known.size() == 1 ? newest(known, asOf) : Optional.empty();
  }

  /** Of several plans of one name, the newest that there was on the day; else the oldest. */
  private static Optional<Entity> newest(List<? extends Entry> entries, LocalDate asOf) {
    List<Entry.Plan> plans =
        entries.stream()
            .filter(Entry.Plan.class::isInstance)
            .map(Entry.Plan.class::cast)
            .sorted(Comparator.comparing(plan -> plan.date().earliest().orElse(LocalDate.MAX)))
            .toList();
    Function<Entry.Plan, Boolean> was =
        plan -> plan.date().earliest().map(date -> !date.isAfter(asOf)).orElse(false);
    return plans.stream()
        .filter(was::apply)
        .reduce((first, second) -> second)
        .or(() -> plans.stream().findFirst())
        .map(plan -> new Entity(Kind.PLAN, plan.id(), plan.name(), true));
  }

  private static Entity unknownPlan(NamedSpan span) {
    String keys = span.keys().replace("\" ", "").replace(" \"", "");
    return new Entity(Kind.PLAN, EntityIds.unknown(Kind.PLAN, keys), span.words(), false);
  }
}
