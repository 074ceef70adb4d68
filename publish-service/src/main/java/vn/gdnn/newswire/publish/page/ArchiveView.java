package vn.gdnn.newswire.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The archive: every year with its months, or one month with its articles.
 *
 * @param title the page's headline
 * @param years links to each year's months, the newest first
 * @param grids the months of each year on this page
 * @param isEmpty whether nothing is published at all
 * @param month the month whose articles stand on this page; absent on the page of all years
 */
record ArchiveView(
    Frame frame,
    String title,
    List<YearLink> years,
    List<YearView> grids,
    boolean isEmpty,
    @Nullable MonthView month) {

  /** A year in the list of years. */
  record YearLink(int year, String address, boolean here) {}

  /** A year's twelve months. */
  record YearView(int year, List<Cell> months) {}

  /**
   * A month of a year.
   *
   * @param address its page; absent when nothing was published in it
   * @param articles how many, in words
   * @param here whether this is the page
   */
  record Cell(String name, @Nullable String address, String articles, boolean here) {}

  /**
   * A month's articles, or those from some place on.
   *
   * @param begin the month's first page, unless this is it
   * @param older where its next articles stand
   * @param next the nearest later month that has articles
   * @param previous the nearest earlier one
   */
  record MonthView(
      String articles,
      List<ItemView> items,
      @Nullable String begin,
      @Nullable String older,
      @Nullable MonthLink next,
      @Nullable MonthLink previous) {}

  /** A link to another month. */
  record MonthLink(String address, String name) {}
}
