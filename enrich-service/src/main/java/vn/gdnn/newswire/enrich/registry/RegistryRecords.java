package vn.gdnn.newswire.enrich.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Background;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.FormerId;
import vn.gdnn.newswire.enrich.gazetteer.OfficeTerm;
import vn.gdnn.newswire.enrich.gazetteer.PartialDate;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.office.Stretches;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryEntity.Named;
import vn.gdnn.newswire.events.RegistryEntity.Office;
import vn.gdnn.newswire.events.RegistryEntity.Relative;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.events.RegistryRecord;

/** The registry as records of the contract. Pure: the same registry, the same records. */
final class RegistryRecords {

  /** How a source says that every province has such a unit; the province's name follows. */
  private static final String OF_A_PROVINCE = "derived from places.tsv row: ";

  private final Registry registry;
  private final List<Entry.Unit> units;
  private final List<Entry.Plan> plans;
  private final Map<String, List<Entry.Unit>> unitsByName;
  private final Map<String, List<Entry.Unit>> partsOf;
  private final Map<String, List<Entry.Plan>> approvedBy = new HashMap<>();
  private final Map<String, List<Entry.Plan>> replaces = new HashMap<>();
  private final Map<String, List<OfficeTerm>> byOffice;
  private final Map<String, List<OfficeTerm>> byPerson;
  private final Map<String, List<OfficeTerm>> byUnit;
  private final Map<String, List<String>> formerIds;

  private RegistryRecords(Registry registry) {
    this.registry = registry;
    this.units = entries(Entry.Unit.class).toList();
    this.plans = entries(Entry.Plan.class).toList();
    this.unitsByName = units.stream().collect(Collectors.groupingBy(Entry.Unit::name));
    this.partsOf =
        units.stream()
            .filter(unit -> unit.parent() != null)
            .collect(Collectors.groupingBy(unit -> String.valueOf(unit.parent())));
    for (Entry.Plan plan : plans) {
      Background background = registry.background(plan);
      background.approves().forEach(id -> add(approvedBy, id, plan));
      background.replacedBy().forEach(id -> add(replaces, id, plan));
    }
    List<OfficeTerm> terms = registry.offices();
    this.byOffice = terms.stream().collect(Collectors.groupingBy(RegistryRecords::office));
    this.byPerson = terms.stream().collect(Collectors.groupingBy(OfficeTerm::person));
    this.byUnit = terms.stream().collect(Collectors.groupingBy(OfficeTerm::unit));
    this.formerIds =
        registry.formerIds().stream()
            .collect(
                Collectors.groupingBy(
                    moved -> RegistryRecord.key(kind(moved.kind()), moved.id()),
                    Collectors.mapping(FormerId::former, Collectors.toList())));
  }

  /** Every entity and every former id of a registry, each made when it is its turn. */
  static Stream<RegistryRecord> of(Registry registry) {
    RegistryRecords records = new RegistryRecords(registry);
    return Stream.concat(
        registry.entries().stream().flatMap(records::entity),
        registry.formerIds().stream()
            .map(moved -> new RegistryMove(kind(moved.kind()), moved.former(), moved.id())));
  }

  private <T extends Entry> Stream<T> entries(Class<T> kind) {
    return registry.entries().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static <T> void add(Map<String, List<T>> lists, String key, T item) {
    lists.computeIfAbsent(key, none -> new ArrayList<>()).add(item);
  }

  private static String office(OfficeTerm term) {
    return term.title() + '\u001F' + term.unit();
  }

  private static Kind kind(Class<? extends Entry> kind) {
    return kind == Entry.Person.class
        ? Kind.PERSON
        : kind == Entry.Unit.class ? Kind.UNIT : Kind.PLAN;
  }

  /** Places have no pages. */
  private Stream<RegistryEntity> entity(Entry entry) {
    if (entry instanceof Entry.Person person) {
      return Stream.of(entity(person, person.aliases(), List.of(), person(person), null, null));
    }
    if (entry instanceof Entry.Unit unit) {
      return Stream.of(entity(unit, unit.aliases(), unit.shortForms(), null, unit(unit), null));
    }
    if (entry instanceof Entry.Plan plan) {
      return Stream.of(entity(plan, plan.names(), List.of(), null, null, plan(plan)));
    }
    return Stream.empty();
  }

  private RegistryEntity entity(
      Entry entry,
      List<String> aliases,
      List<String> shortNames,
      RegistryEntity.@Nullable Person person,
      RegistryEntity.@Nullable Unit unit,
      RegistryEntity.@Nullable Plan plan) {
    Kind kind = kind(entry.getClass());
    return new RegistryEntity(
        kind,
        entry.id(),
        formerIds.getOrDefault(RegistryRecord.key(kind, entry.id()), List.of()),
        entry.name(),
        aliases,
        shortNames,
        registry.background(entry).sources(),
        person,
        unit,
        plan);
  }

  private RegistryEntity.Person person(Entry.Person person) {
    return new RegistryEntity.Person(
        byPerson.getOrDefault(person.id(), List.of()).stream()
            .map(term -> office(term, null, named(Entry.Unit.class, term.unit())))
            .toList());
  }

  private Office office(OfficeTerm term, @Nullable Named person, @Nullable Named unit) {
    return new Office(
        term.title(),
        Stretches.severalAtATime(term.title()),
        person,
        unit,
        day(term.from()),
        day(term.to()),
        term.seen(),
        Stretches.of(term, byOffice.getOrDefault(office(term), List.of(term))),
        term.sources());
  }

  private RegistryEntity.Unit unit(Entry.Unit unit) {
    Background background = registry.background(unit);
    return new RegistryEntity.Unit(
        unit.kind(),
        province(background),
        day(unit.from()),
        day(unit.to()),
        parents(unit),
        partsOf.getOrDefault(unit.id(), List.of()).stream().map(RegistryRecords::relative).toList(),
        relatives(background.predecessors()),
        relatives(background.successors()),
        byUnit.getOrDefault(unit.id(), List.of()).stream()
            .map(term -> office(term, named(Entry.Person.class, term.person()), null))
            .toList());
  }

  private static @Nullable String province(Background background) {
    return background.sources().stream()
        .filter(source -> source.startsWith(OF_A_PROVINCE))
        .map(source -> source.substring(OF_A_PROVINCE.length()).strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** The nearest first; a unit that is above itself ends the list. */
  private List<Relative> parents(Entry.Unit unit) {
    Set<Entry.Unit> above = new LinkedHashSet<>();
    Entry.Unit next = above(unit);
    while (next != null && next != unit && above.add(next)) {
      next = above(next);
    }
    return above.stream().map(RegistryRecords::relative).toList();
  }

  private Entry.@Nullable Unit above(Entry.Unit unit) {
    return unit.parent() == null
        ? null
        : registry.find(Entry.Unit.class, unit.parent()).orElse(null);
  }

  private List<Relative> relatives(List<String> ids) {
    return ids.stream()
        .flatMap(id -> registry.find(Entry.Unit.class, id).stream())
        .map(RegistryRecords::relative)
        .toList();
  }

  private static Relative relative(Entry.Unit unit) {
    return new Relative(unit.id(), unit.name(), day(unit.from()), day(unit.to()));
  }

  private RegistryEntity.Plan plan(Entry.Plan plan) {
    Background background = registry.background(plan);
    List<Entry.Unit> issuers = unitsByName.getOrDefault(plan.issuer(), List.of());
    return new RegistryEntity.Plan(
        plan.type(),
        plan.number().isEmpty() ? null : plan.number(),
        day(plan.date()),
        plan.issuer().isEmpty() ? null : plan.issuer(),
        issuers.size() == 1 ? new Named(issuers.get(0).id(), issuers.get(0).name()) : null,
        plan.title(),
        plansOf(background.approves()),
        approvedBy.getOrDefault(plan.id(), List.of()).stream().map(RegistryRecords::named).toList(),
        replaces.getOrDefault(plan.id(), List.of()).stream().map(RegistryRecords::named).toList(),
        plansOf(background.replacedBy()));
  }

  private List<Named> plansOf(List<String> ids) {
    return ids.stream().map(id -> named(Entry.Plan.class, id)).toList();
  }

  private Named named(Class<? extends Entry> kind, String id) {
    return registry.find(kind, id).map(RegistryRecords::named).orElseGet(() -> new Named(id, id));
  }

  private static Named named(Entry entry) {
    return new Named(entry.id(), entry.name());
  }

  private static @Nullable PartialDay day(PartialDate date) {
    return date.text().isEmpty() ? null : new PartialDay(date.text());
  }
}
