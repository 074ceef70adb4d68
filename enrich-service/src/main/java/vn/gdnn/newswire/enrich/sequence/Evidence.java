package vn.gdnn.newswire.enrich.sequence;

import java.util.List;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * What the model looks at: the words around a token, how they are written, what the registry and
 * the word lists know of them, and what the rules took them for. Each observation is a number made
 * from its kind and its words; the numbers are the features.
 */
final class Evidence {

  /** Features of a token. */
  static final int COUNT = 37;

  /** Outside the sentence. */
  private static final int EDGE = 0x51ED270B;

  /** Two syllables that nobody knows to belong together. */
  private static final byte APART = 0;

  /** Two syllables that are often seen together. */
  private static final byte OFTEN = 1;

  /** Two syllables of a compound. */
  private static final byte WORD = 2;

  /** A longer sentence is read in pieces. */
  private static final int LONGEST = 300;

  /**
   * How far behind a capital, a finding or a word that names begin with a name may go on in lower
   * case: what is farther is not looked at. Of 1,900 names in articles one in 250 goes farther.
   */
  private static final int REACH = 8;

  private final Tokens tokens;
  private final int[] words;
  private final int[] rules;
  private final int[] spans;
  private final int[] lists;
  private final int[] heads;
  private final byte[] labels;
  private final byte[] joined;
  private final boolean[] live;
  private int from;
  private int to;

  Evidence(
      Passage passage, List<Candidate> found, Lists wordLists, WordPairs pairs, Words cohesion) {
    this.tokens = passage.tokens();
    int count = tokens.count();
    words = new int[count];
    rules = new int[count];
    spans = new int[count];
    lists = new int[count];
    heads = new int[count];
    labels = new byte[count];
    joined = new byte[count];
    live = new boolean[count];
    for (int i = 0; i < count; i++) {
      words[i] = wordOf(i);
    }
    for (Candidate candidate : found) {
      int sort = candidate.sort().ordinal() + 1;
      int name = candidate.rule().hashCode();
      for (int i = candidate.start(); i < candidate.end(); i++) {
        int place = i == candidate.start() ? 1 : 2;
        int last = i == candidate.end() - 1 ? 4 : 0;
        rules[i] = sort * 8 + place + last;
        spans[i] = name + place;
        if (sort <= 3) {
          labels[i] =
              (byte) (place == 1 ? Label.first(candidate.sort()) : Label.later(candidate.sort()));
        }
      }
    }
    look(passage, wordLists, pairs);
    for (int i = 1; i < count; i++) {
      if (live[i] && tokens.isWord(i) && tokens.isWord(i - 1)) {
        boolean often = cohesion.join(words[i - 1], words[i]);
        joined[i] = wordLists.isWord(tokens, i) ? WORD : often ? OFTEN : APART;
      }
    }
  }

  /** Takes a stretch of tokens. */
  interface Reader {
    /** Takes the tokens from one up to another, all of one sentence. */
    void read(int first, int end);
  }

  /** Hands out what may hold names, in reading order, and looks at each within its sentence. */
  void eachStretch(Reader reader) {
    int sentence = 0;
    while (sentence < tokens.count()) {
      int end = sentence + 1;
      while (end < tokens.count() && end - sentence < LONGEST && !tokens.startsSentence(end)) {
        end++;
      }
      from = sentence;
      to = end;
      int first = sentence;
      while (first < end) {
        int last = first;
        while (last < end && live[last]) {
          last++;
        }
        if (last > first) {
          reader.read(first, last);
        }
        first = last + 1;
      }
      sentence = end;
    }
  }

  /** All digits of a number are alike; its length and a year are not. */
  private int wordOf(int i) {
    if (tokens.shape(i) != Tokens.Shape.NUMBER) {
      return tokens.key(i).hashCode();
    }
    String digits = tokens.key(i);
    boolean year = digits.length() == 4 && (digits.startsWith("20") || digits.startsWith("19"));
    return year ? 77_001 : 77_010 + Math.min(digits.length(), 6);
  }

  private void look(Passage passage, Lists wordLists, WordPairs pairs) {
    int head = 0;
    int sinceHead = 0;
    int sinceLive = REACH;
    for (int i = 0; i < tokens.count(); i++) {
      int flags = pairs.follow(tokens, i) ? 1 : 0;
      for (Hit hit : passage.hitsAt(i)) {
        mark(hit);
      }
      int bits = wordLists.at(tokens, i);
      lists[i] |= flags | bits << 1;
      if (tokens.startsSentence(i)) {
        head = 0;
        sinceLive = REACH;
      }
      boolean begins =
          rules[i] != 0 || tokens.isCapital(i) || (bits & Lists.HEADS) != 0 || lists[i] >>> 12 != 0;
      sinceLive = begins ? 0 : sinceLive + 1;
      live[i] = sinceLive < REACH;
      if (begins && i > 0 && !tokens.startsSentence(i)) {
        live[i - 1] = true;
      }
      if ((bits & Lists.HEADS) != 0) {
        head = words[i];
        sinceHead = 0;
      } else if (++sinceHead > 16) {
        head = 0;
      }
      heads[i] = head == 0 ? 0 : head * 31 + Math.min(sinceHead, 3);
    }
  }

  private void mark(Hit hit) {
    Entry entry = hit.entries().get(0);
    int kind =
        entry instanceof Entry.Place
            ? 0
            : entry instanceof Entry.Unit ? 1 : entry instanceof Entry.Plan ? 2 : 3;
    boolean written = hit.sameCapitals() || hit.end() - hit.start() > 2 && hit.sameInitial();
    if (!written) {
      return;
    }
    for (int i = hit.start(); i < hit.end(); i++) {
      int place = i == hit.start() ? 1 : 2;
      lists[i] |= place << (12 + 2 * kind);
      if (hit.shortForm()) {
        lists[i] |= 1 << 20;
      }
      if (i == hit.end() - 1) {
        lists[i] |= 1 << (21 + kind);
      }
    }
  }

  /** What the rules took a token for. */
  int label(int i) {
    return labels[i];
  }

  private int word(int i) {
    return i < from || i >= to ? EDGE : words[i];
  }

  private int shape(int i) {
    if (i < from || i >= to) {
      return 7;
    }
    int shape = tokens.shape(i).ordinal();
    return tokens.shape(i) == Tokens.Shape.SIGN ? 8 + (words[i] & 0xff) : shape;
  }

  private int rule(int i) {
    return i < from || i >= to ? 0 : rules[i];
  }

  private int joinedAt(int i) {
    return i <= from || i >= to ? 3 : joined[i];
  }

  private int list(int i) {
    return i < from || i >= to ? 0 : lists[i];
  }

  /** Writes a token's features. */
  void features(int i, int[] out, int at) {
    int w0 = word(i);
    int w1 = word(i + 1);
    int w2 = word(i + 2);
    int b1 = word(i - 1);
    int b2 = word(i - 2);
    int s0 = shape(i);
    int s1 = shape(i + 1);
    int s2 = shape(i + 2);
    int t1 = shape(i - 1);
    int t2 = shape(i - 2);
    int r0 = rule(i);
    int r1 = rule(i + 1);
    int q1 = rule(i - 1);
    int name = spans[i];
    int l0 = list(i);
    int first = tokens.startsSentence(i) ? 1 : 0;
    int gap = tokens.hasGap(i) ? 1 : 0;
    int n = at;
    out[n++] = of(1, 0, 0, 0);
    out[n++] = of(2, w0, 0, 0);
    out[n++] = of(3, b1, 0, 0);
    out[n++] = of(4, w1, 0, 0);
    out[n++] = of(5, b2, 0, 0);
    out[n++] = of(6, b1, w0, 0);
    out[n++] = of(7, w0, w1, 0);
    out[n++] = of(8, s0, first, gap);
    out[n++] = of(9, t1, s0, s1);
    out[n++] = of(10, t2, t1, s0);
    out[n++] = of(11, s0, s1, s2);
    out[n++] = of(12, w0, s0, first);
    out[n++] = of(13, b1, s0, 0);
    out[n++] = of(14, w1, s0, 0);
    out[n++] = of(15, r0, 0, 0);
    out[n++] = of(16, name, r0, 0);
    out[n++] = of(17, q1, r0, 0);
    out[n++] = of(18, r0, r1, 0);
    out[n++] = of(19, r0, w0, 0);
    out[n++] = of(20, r0, w1, 0);
    out[n++] = of(21, r0, b1, 0);
    out[n++] = of(22, name, s0, s1);
    out[n++] = of(23, name, t1, s0);
    out[n++] = of(24, name, r1, w1);
    out[n++] = of(25, l0 & 0xFFF, s0, 0);
    out[n++] = of(26, l0 >>> 12, s0, 0);
    out[n++] = of(27, l0 >>> 12, r0, 0);
    out[n++] = of(28, l0 & 0xFFF, list(i + 1) & 0xFFF, s0 * 16 + s1);
    out[n++] = of(29, list(i - 1) & 0xFFF, l0 & 0xFFF, s0);
    out[n++] = of(30, heads[i], s0, l0 & 1);
    out[n++] = of(31, heads[i], w0, 0);
    out[n++] = of(32, list(i + 1) >>> 12, s0, r0);
    out[n++] = of(33, b2, b1, s0);
    int c0 = joinedAt(i);
    int c1 = joinedAt(i + 1);
    int c2 = joinedAt(i + 2);
    out[n++] = of(34, c0 * 16 + c1 * 4 + c2, t1 * 512 + s0, s1);
    out[n++] = of(35, c1 * 4 + c0, r0, r1);
    out[n++] = of(36, c0 * 4 + c1, l0 & 0xFFF, s0);
    out[n++] = of(37, b1, l0 & 0xFFF, s0);
    assert n == at + COUNT;
  }

  /** A number for an observation; never 0. */
  private static int of(int kind, int a, int b, int c) {
    int hash = kind * 0x9E3779B1;
    hash = (hash ^ a) * 0x85EBCA6B;
    hash ^= hash >>> 15;
    hash = (hash ^ b) * 0xC2B2AE35;
    hash ^= hash >>> 13;
    hash = (hash ^ c) * 0x27D4EB2F;
    hash ^= hash >>> 16;
    return hash == 0 ? 1 : hash;
  }
}
