package vn.gdnn.newswire.ingest.text;

import java.util.Arrays;

/**
 * Where each character of a cleaned text stood before. Offsets are UTF-16 code units on both sides.
 * Kept as runs: within a run of equal lengths the characters correspond one to one, a run of
 * unequal lengths corresponds as a whole.
 */
public final class OffsetMap {

  private final int[] clean;
  private final int[] raw;
  private final int[] rawEnd;
  private final int cleanLength;

  private OffsetMap(int[] clean, int[] raw, int[] rawEnd, int cleanLength) {
    this.clean = clean;
    this.raw = raw;
    this.rawEnd = rawEnd;
    this.cleanLength = cleanLength;
  }

  /** The map of a text in which nothing changed. */
  static OffsetMap identity(int length) {
    return new OffsetMap(new int[] {0}, new int[] {0}, new int[] {length}, length);
  }

  /**
   * The offset before cleaning of the character at this offset; for the text's end, the offset
   * after its last character.
   */
  public int start(int offset) {
    check(offset);
    if (offset == cleanLength) {
      return end(offset);
    }
    int run = runOf(offset);
    return raw[run] + (isOneToOne(run) ? offset - clean[run] : 0);
  }

  /** The offset before cleaning just after the character that ends at this offset. */
  public int end(int offset) {
    check(offset);
    if (offset == 0) {
      return raw.length == 0 ? 0 : raw[0];
    }
    int run = runOf(offset - 1);
    return isOneToOne(run) ? raw[run] + offset - clean[run] : rawEnd[run];
  }

  private void check(int offset) {
    if (offset < 0 || offset > cleanLength) {
      throw new IndexOutOfBoundsException(offset);
    }
  }

  private int runOf(int offset) {
    int found = Arrays.binarySearch(clean, offset);
    return found >= 0 ? found : -found - 2;
  }

  private boolean isOneToOne(int run) {
    int next = run + 1 < clean.length ? clean[run + 1] : cleanLength;
    return next - clean[run] == rawEnd[run] - raw[run];
  }

  /** Collects runs in order. */
  static final class Runs {
    private int[] clean = new int[16];
    private int[] raw = new int[16];
    private int[] rawEnd = new int[16];
    private int count;
    private boolean open;

    /** One character that stays as it is. */
    void keep(int cleanOffset, int rawOffset) {
      if (open && rawEnd[count - 1] == rawOffset) {
        rawEnd[count - 1]++;
      } else {
        add(cleanOffset, rawOffset, rawOffset + 1);
        open = true;
      }
    }

    /** A stretch that became another; what it became begins at {@code cleanOffset}. */
    void change(int cleanOffset, int rawStart, int end) {
      add(cleanOffset, rawStart, end);
      open = false;
    }

    private void add(int cleanOffset, int rawStart, int end) {
      if (count == clean.length) {
        clean = Arrays.copyOf(clean, count * 2);
        raw = Arrays.copyOf(raw, count * 2);
        rawEnd = Arrays.copyOf(rawEnd, count * 2);
      }
      clean[count] = cleanOffset;
      raw[count] = rawStart;
      rawEnd[count] = end;
      count++;
    }

    OffsetMap map(int cleanLength) {
      return new OffsetMap(
          Arrays.copyOf(clean, count),
          Arrays.copyOf(raw, count),
          Arrays.copyOf(rawEnd, count),
          cleanLength);
    }
  }
}
