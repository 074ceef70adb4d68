package vn.gdnn.newswire.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles overlaps: of two candidates that share a token the longer one stays, whatever they are,
 * since the longest name of one thing is one span. Of two equally long, the surer one stays.
 */
final class Merge {

  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt(Candidate::length)
          .reversed()
          .thenComparing(Comparator.comparingDouble(Candidate::confidence).reversed())
          .thenComparingInt(Candidate::start)
          .thenComparing(Candidate::sort);

  private Merge() {}

  /** The candidates that stay, in reading order, offices and nothings among them. */
  static List<Candidate> settle(List<Candidate> candidates, int tokens) {
    List<Candidate> ordered = new ArrayList<>(withoutCut(candidates));
    ordered.sort(ORDER);
    boolean[] taken = new boolean[tokens];
    List<Candidate> settled = new ArrayList<>();
    for (Candidate candidate : ordered) {
      if (isFree(taken, candidate)) {
        for (int i = candidate.start(); i < candidate.end(); i++) {
          taken[i] = true;
        }
        settled.add(candidate);
      }
    }
    settled.sort(Comparator.comparingInt(Candidate::start));
    return settled;
  }

  /**
   * Leaves out units that begin inside an office and go on behind it: {@code CỤC TRƯỞNG TRƯƠNG ANH
   * …}. But one may begin at its last word: {@code Trưởng phòng Đào tạo}.
   */
  private static List<Candidate> withoutCut(List<Candidate> candidates) {
    Map<Integer, Candidate> lastWords = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.sort() == Candidate.Sort.OFFICE) {
        lastWords.put(candidate.end() - 1, candidate);
      }
    }
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.sort() != Candidate.Sort.UNIT || !cuts(candidate, lastWords)) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private static boolean cuts(Candidate unit, Map<Integer, Candidate> lastWords) {
    for (int i = unit.start() + 1; i < Math.min(unit.end() - 1, unit.start() + 4); i++) {
      Candidate office = lastWords.get(i);
      if (office != null && office.start() < unit.start()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFree(boolean[] taken, Candidate candidate) {
    for (int i = candidate.start(); i < candidate.end(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }
}
