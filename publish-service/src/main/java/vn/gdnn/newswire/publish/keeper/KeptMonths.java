package vn.gdnn.newswire.publish.keeper;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.reading.Month;

/**
 * How many articles are published in each month, all in one list: a hundred years are 1,200
 * numbers.
 *
 * @param upTo offset of the entry that changed it last, -1 where it was counted and not yet kept
 * @param articles how many by month ({@code 2020-06}); a month without any has no number
 */
public record KeptMonths(long upTo, SortedMap<String, Integer> articles) {

  /** Copies the numbers. */
  public KeptMonths {
    articles = Collections.unmodifiableSortedMap(new TreeMap<>(articles));
  }

  /**
   * The list after an article came, went, or got another date.
   *
   * @param was the month it was published in; absent when readers did not see it
   * @param is the month it is published in; absent when readers don't see it
   */
  KeptMonths moved(@Nullable YearMonth was, @Nullable YearMonth is, long offset) {
    SortedMap<String, Integer> next = new TreeMap<>(articles);
    if (was != null) {
      next.computeIfPresent(was.toString(), (month, some) -> some > 1 ? some - 1 : null);
    }
    if (is != null) {
      next.merge(is.toString(), 1, Integer::sum);
    }
    return new KeptMonths(offset, next);
  }

  /** What readers get of it: the newest month first. */
  public List<Month> forReaders() {
    return articles.entrySet().stream()
        .map(one -> new Month(YearMonth.parse(one.getKey()), one.getValue()))
        .sorted(Comparator.comparing(Month::month).reversed())
        .toList();
  }
}
