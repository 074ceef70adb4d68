package vn.gdnn.newswire.publish.page;

import java.util.List;

/**
 * What the registry knows of an entity, as its page shows it.
 *
 * @param active when a unit was there
 * @param lead a plan's title, where its name is its number
 * @param facts what it is, term by term
 * @param chain a unit between what it was made from and what took its place
 * @param timelines offices over time
 * @param parts the units that belong to it, where they are many
 */
record RegistryView(
    List<Piece> active,
    String lead,
    List<Fact> facts,
    List<Link> chain,
    List<Timeline> timelines,
    List<Piece> parts) {

  /** Of what the registry doesn't know. */
  static final RegistryView NOTHING =
      new RegistryView(List.of(), "", List.of(), List.of(), List.of(), List.of());

  boolean hasActive() {
    return !active.isEmpty();
  }

  boolean hasLead() {
    return !lead.isEmpty();
  }

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  boolean hasChain() {
    return !chain.isEmpty();
  }

  boolean hasParts() {
    return !parts.isEmpty();
  }

  /**
   * A stretch of a line.
   *
   * @param text its words
   * @param address where it leads; empty for no link
   * @param kind of the entity it leads to, for the stylesheet; empty for another link
   * @param iso for machines, where it is a date; else empty
   */
  record Piece(String text, String address, String kind, String iso) {

    static Piece text(String text) {
      return new Piece(text, "", "", "");
    }

    static Piece date(When when) {
      return new Piece(when.text(), "", "", when.iso());
    }

    boolean isLink() {
      return !address.isEmpty();
    }

    boolean isTag() {
      return !kind.isEmpty();
    }

    boolean isDate() {
      return !iso.isEmpty();
    }
  }

  /** A term and what is said of it. */
  record Fact(String term, List<Piece> pieces) {}

  /** A place in the chain; there may be several units at one, and only one when it is this unit. */
  record Link(boolean current, List<Unit> units) {}

  /** A unit in the chain, with its days. */
  record Unit(Piece name, List<Piece> days) {}

  /** One section of offices over time, the latest first. */
  record Timeline(String title, List<Step> steps) {}

  /**
   * A stretch of a timeline, or what lies between two.
   *
   * @param classes for the stylesheet; empty where a line is drawn
   */
  record Step(
      String classes,
      List<Piece> heading,
      List<Piece> under,
      List<Piece> when,
      List<Piece> source) {

    boolean hasClasses() {
      return !classes.isEmpty();
    }

    boolean isGap() {
      return heading.isEmpty();
    }

    boolean hasUnder() {
      return !under.isEmpty();
    }

    boolean hasSource() {
      return !source.isEmpty();
    }
  }
}
