package vn.gdnn.newswire.enrich.gazetteer;

import java.util.List;

/**
 * What the registry's files say of an entry that tagging has no use for.
 *
 * @param sources where the entry is from
 * @param predecessors of a unit: ids of what it was made from
 * @param successors of a unit: ids of what took its place
 * @param approves of a plan: ids of what it approves
 * @param replacedBy of a plan: ids of what took its place
 */
public record Background(
    List<String> sources,
    List<String> predecessors,
    List<String> successors,
    List<String> approves,
    List<String> replacedBy) {

  private static final Background NONE =
      new Background(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Background {
    sources = List.copyOf(sources);
    predecessors = List.copyOf(predecessors);
    successors = List.copyOf(successors);
    approves = List.copyOf(approves);
    replacedBy = List.copyOf(replacedBy);
  }

  /** Nothing said. */
  static Background none() {
    return NONE;
  }

  static Background of(List<String> sources) {
    return new Background(sources, List.of(), List.of(), List.of(), List.of());
  }
}
