package vn.gdnn.newswire.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    List<Candidate> ordered = new ArrayList<>(candidates);
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

  private static boolean isFree(boolean[] taken, Candidate candidate) {
    for (int i = candidate.start(); i < candidate.end(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }
}
