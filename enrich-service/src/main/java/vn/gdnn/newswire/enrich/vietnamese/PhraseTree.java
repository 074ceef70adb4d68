package vn.gdnn.newswire.enrich.vietnamese;

/**
 * Phrases as a tree of words. Nodes are numbers, the root is 0; the edges are a hash table with all
 * of an edge in one long, so that a step costs one look: much of a tagger's time goes into these
 * steps. It only grows; once made it may be read by many threads.
 */
final class PhraseTree {

  /** Bits of an edge for the node it leaves, the word on it, and the node it leads to. */
  private static final int BITS = 21;

  private static final long LARGEST = (1L << BITS) - 1;

  /** 0 is no edge: none leads to the root. */
  private long[] edges = new long[8];

  private int nodes = 1;

  /**
   * The node of a phrase, made when there is none yet.
   *
   * @throws IllegalStateException when there are more than two million nodes or words
   */
  int grow(String phrase) {
    Tokens tokens = Tokens.ofName(phrase);
    int node = 0;
    for (int i = 0; i < tokens.count(); i++) {
      node = grow(node, tokens.number(i));
    }
    return node;
  }

  private int grow(int node, int word) {
    int known = after(node, word);
    if (known != 0) {
      return known;
    }
    if (nodes > LARGEST || word > LARGEST) {
      throw new IllegalStateException("a word list has too many words");
    }
    if (nodes * 3 > edges.length) {
      long[] old = edges;
      edges = new long[old.length * 4];
      for (long edge : old) {
        if (edge != 0) {
          put(edge);
        }
      }
    }
    put(((long) node << BITS | word) << BITS | nodes);
    return nodes++;
  }

  private void put(long edge) {
    int at = slot(edge >>> BITS);
    while (edges[at] != 0) {
      at = (at + 1) & (edges.length - 1);
    }
    edges[at] = edge;
  }

  private int slot(long from) {
    return (int) ((from * 0x9E3779B97F4A7C15L) >>> 32) & (edges.length - 1);
  }

  /** The node behind a word, or 0. A word that no list knows is 0, and leads nowhere. */
  int after(int node, int word) {
    if (word == 0) {
      return 0;
    }
    long from = (long) node << BITS | word;
    int at = slot(from);
    while (edges[at] != 0) {
      if (edges[at] >>> BITS == from) {
        return (int) (edges[at] & LARGEST);
      }
      at = (at + 1) & (edges.length - 1);
    }
    return 0;
  }

  /** How many nodes there are. */
  int size() {
    return nodes;
  }
}
