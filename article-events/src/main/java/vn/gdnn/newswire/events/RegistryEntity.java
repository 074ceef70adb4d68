package vn.gdnn.newswire.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of a person, a unit or a plan: all that a page shows of it, with the
 * names of what it is related to, so that one record is enough.
 *
 * @param kind what it is
 * @param id its id, which never changes
 * @param formerIds ids that it had; each stands as a {@link RegistryMove} too
 * @param name the name to show
 * @param aliases names that mean it anywhere
 * @param shortNames names that mean it only where the text makes that clear
 * @param sources where its entry is from: addresses, or words on what it was made from
 * @param person of a person only
 * @param unit of a unit only
 * @param plan of a plan only
 */
public record RegistryEntity(
    Kind kind,
    String id,
    List<String> formerIds,
    String name,
    List<String> aliases,
    List<String> shortNames,
    List<String> sources,
    @Nullable Person person,
    @Nullable Unit unit,
    @Nullable Plan plan)
    implements RegistryRecord {

  /** Copies the lists. */
  public RegistryEntity {
    formerIds = List.copyOf(formerIds);
    aliases = List.copyOf(aliases);
    shortNames = List.copyOf(shortNames);
    sources = List.copyOf(sources);
  }

  /**
   * What is known of a person.
   *
   * @param offices the offices they held, in the order of the registry
   */
  public record Person(List<Office> offices) {
    /** Copies the list. */
    public Person {
      offices = List.copyOf(offices);
    }
  }

  /**
   * What is known of a unit.
   *
   * @param type what sort of unit, for example {@code ministry}
   * @param province the province or city it is of, where the registry says so
   * @param from when it came to be
   * @param to when it ceased to be, inclusive; absent when not known or not over
   * @param parents the units it belongs to, the nearest first
   * @param parts the units that belong to it
   * @param predecessors what it was made from
   * @param successors what took its place
   * @param offices who held its offices, in the order of the registry
   */
  public record Unit(
      String type,
      @Nullable String province,
      @Nullable PartialDay from,
      @Nullable PartialDay to,
      List<Relative> parents,
      List<Relative> parts,
      List<Relative> predecessors,
      List<Relative> successors,
      List<Office> offices) {
    /** Copies the lists. */
    public Unit {
      parents = List.copyOf(parents);
      parts = List.copyOf(parts);
      predecessors = List.copyOf(predecessors);
      successors = List.copyOf(successors);
      offices = List.copyOf(offices);
    }
  }

  /**
   * What is known of a plan.
   *
   * @param type its type word in lower case, for example {@code nghị định}
   * @param number its number and code
   * @param date when it was signed
   * @param issuer who issued it
   * @param issuerUnit that issuer, where it is a unit of the registry
   * @param title its title
   * @param approves plans that it approves
   * @param approvedBy plans that approve it
   * @param replaces plans that it takes the place of
   * @param replacedBy plans that take its place
   */
  public record Plan(
      String type,
      @Nullable String number,
      @Nullable PartialDay date,
      @Nullable String issuer,
      @Nullable Named issuerUnit,
      String title,
      List<Named> approves,
      List<Named> approvedBy,
      List<Named> replaces,
      List<Named> replacedBy) {
    /** Copies the lists. */
    public Plan {
      approves = List.copyOf(approves);
      approvedBy = List.copyOf(approvedBy);
      replaces = List.copyOf(replaces);
      replacedBy = List.copyOf(replacedBy);
    }
  }

  /**
   * Another entity.
   *
   * @param id its id
   * @param name its name
   */
  public record Named(String id, String name) {}

  /**
   * Another unit, with its days.
   *
   * @param id its id
   * @param name its name
   * @param from when it came to be
   * @param to when it ceased to be
   */
  public record Relative(
      String id, String name, @Nullable PartialDay from, @Nullable PartialDay to) {}

  /**
   * That somebody held an office.
   *
   * @param title the office, for example {@code Tổng cục trưởng}
   * @param several whether several people may hold it at a time
   * @param person who; absent in the person's own entity
   * @param unit of which unit; absent in the unit's own entity
   * @param from day of appointment, where a source says so
   * @param to day of leaving, inclusive, where a source says so
   * @param seen days on which a source shows the person in the office: evidence, not a term
   * @param stretches the times that all this covers, the earliest first; between them nothing is
   *     known
   * @param sources where this is from
   */
  public record Office(
      String title,
      boolean several,
      @Nullable Named person,
      @Nullable Named unit,
      @Nullable PartialDay from,
      @Nullable PartialDay to,
      List<LocalDate> seen,
      List<Stretch> stretches,
      List<String> sources) {
    /** Copies the lists. */
    public Office {
      seen = List.copyOf(seen);
      stretches = List.copyOf(stretches);
      sources = List.copyOf(sources);
    }
  }

  /**
   * A time throughout which sources show somebody in an office.
   *
   * @param from its first day
   * @param to its last day, inclusive; absent when nothing is known after the first
   * @param began whether the first day is that of appointment, not just of the first sighting
   * @param ended whether the last day is that of leaving, not just of the last sighting
   * @param after the last day before it on which somebody else is known to have held the office
   * @param before the first day after it on which somebody else is known to have held the office
   */
  public record Stretch(
      PartialDay from,
      @Nullable PartialDay to,
      boolean began,
      boolean ended,
      @Nullable LocalDate after,
      @Nullable LocalDate before) {}
}
