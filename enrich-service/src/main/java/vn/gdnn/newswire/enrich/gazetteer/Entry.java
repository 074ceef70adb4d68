package vn.gdnn.newswire.enrich.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the registry knows. */
public sealed interface Entry {

  /** Its id, which never changes. */
  String id();

  /** The name to show. */
  String name();

  /**
   * A person.
   *
   * @param id the id
   * @param name the personal name, without title
   * @param aliases other ways to write it
   */
  record Person(String id, String name, List<String> aliases) implements Entry {
    /** Copies the list. */
    public Person {
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * A unit.
   *
   * @param id the id
   * @param name the full name
   * @param aliases names that mean this unit anywhere
   * @param shortForms names that mean this unit only where the article makes that clear
   * @param kind what sort of unit it is, for example {@code ministry}
   * @param parent id of the unit it belongs to
   * @param from when it came to be, as far as known
   * @param to when it ceased to be, as far as known
   */
  record Unit(
      String id,
      String name,
      List<String> aliases,
      List<String> shortForms,
      String kind,
      @Nullable String parent,
      PartialDate from,
      PartialDate to)
      implements Entry {
    /** Copies the lists. */
    public Unit {
      aliases = List.copyOf(aliases);
      shortForms = List.copyOf(shortForms);
    }
  }

  /**
   * A plan: an instrument with a number, a title or both.
   *
   * @param id the id
   * @param type its type word in lower case, for example {@code nghị định}
   * @param number its number and code, or empty
   * @param date when it was signed, as far as known
   * @param issuer who issued it, or empty
   * @param title its title; without the type word where it has a number
   * @param names names that mean this plan
   */
  record Plan(
      String id,
      String type,
      String number,
      PartialDate date,
      String issuer,
      String title,
      List<String> names)
      implements Entry {
    /** Copies the list. */
    public Plan {
      names = List.copyOf(names);
    }

    @Override
    public String name() {
      if (number.isEmpty() || type.endsWith("luật")) {
        return title;
      }
      return Character.toUpperCase(type.charAt(0)) + type.substring(1) + " " + number;
    }
  }

  /**
   * A province or a city of that rank.
   *
   * @param id the id
   * @param name the name without {@code tỉnh} or {@code thành phố}
   * @param aliases other ways to write it
   */
  record Place(String id, String name, List<String> aliases) implements Entry {
    /** Copies the list. */
    public Place {
      aliases = List.copyOf(aliases);
    }
  }
}
