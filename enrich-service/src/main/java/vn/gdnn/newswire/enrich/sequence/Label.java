package vn.gdnn.newswire.enrich.sequence;

import vn.gdnn.newswire.enrich.tag.Candidate.Sort;

/**
 * What a token is to a name: the first token of a person, unit or plan, a later one, or none.
 * Numbers rather than an enum, since they count in inner loops.
 */
final class Label {

  /** Belongs to no name. */
  static final int NONE = 0;

  /** How many labels there are. */
  static final int COUNT = 7;

  private static final Sort[] SORTS = {Sort.PERSON, Sort.UNIT, Sort.PLAN};

  private Label() {}

  static int first(Sort sort) {
    return 1 + 2 * sort.ordinal();
  }

  static int later(Sort sort) {
    return 2 + 2 * sort.ordinal();
  }

  static boolean isFirst(int label) {
    return (label & 1) == 1;
  }

  /** The label of the tokens behind one with this label while the name goes on. */
  static int continuation(int label) {
    return label == NONE ? NONE : label + (label & 1);
  }

  static Sort sort(int label) {
    return SORTS[(label - 1) / 2];
  }

  /** Whether a token may have a label behind one that has another. */
  static boolean follows(int before, int label) {
    return label == NONE || isFirst(label) || continuation(before) == label;
  }
}
