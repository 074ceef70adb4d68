package vn.gdnn.newswire.publish.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.page.ArchiveView.Cell;
import vn.gdnn.newswire.publish.page.ArchiveView.MonthLink;
import vn.gdnn.newswire.publish.page.ArchiveView.MonthView;
import vn.gdnn.newswire.publish.page.ArchiveView.YearLink;
import vn.gdnn.newswire.publish.page.ArchiveView.YearView;
import vn.gdnn.newswire.publish.page.ListPages.Found;
import vn.gdnn.newswire.publish.prose.VietnameseDates;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.Month;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Years;

/** Articles by the month they were published in. */
@Component
class ArchivePages {

  private static final int MONTHS = 12;

  private final News news;
  private final ListPages lists;
  private final Site site;
  private final Addresses addresses;

  ArchivePages(News news, ListPages lists, Site site, Addresses addresses) {
    this.news = news;
    this.lists = lists;
    this.site = site;
    this.addresses = addresses;
  }

  /** Every year with its months. */
  ArchiveView all() {
    Calendar calendar = new Calendar(null);
    return new ArchiveView(
        site.archive("Tin theo tháng", addresses.archive()),
        "Tin theo tháng",
        calendar.years(),
        calendar.counts.keySet().stream().map(calendar::grid).toList(),
        calendar.counts.isEmpty(),
        null);
  }

  /**
   * A month's articles.
   *
   * @param after only those after this position
   * @return empty when nothing is published in that month, or nothing after that position
   */
  Optional<ArchiveView> month(YearMonth month, ArticleQuery.@Nullable Position after) {
    Calendar calendar = new Calendar(month);
    int articles = calendar.articles(month);
    if (articles == 0) {
      return Optional.empty();
    }
    String title = name(month);
    String address = addresses.archive(month);
    List<Found> found = lists.found(Month.start(month), Month.end(month), after);
    if (found.isEmpty() && after != null) {
      return Optional.empty();
    }
    return Optional.of(
        new ArchiveView(
            site.archive(title, address),
            title,
            calendar.years(),
            List.of(calendar.grid(month.getYear())),
            false,
            new MonthView(
                VietnameseDates.number(articles) + " bài",
                ListPages.items(found),
                after == null ? null : address,
                ListPages.older(address, found),
                calendar.link(calendar.next),
                calendar.link(calendar.previous))));
  }

  /** {@code Tháng 6/2020}. */
  private static String name(YearMonth month) {
    return "Tháng " + month.getMonthValue() + "/" + month.getYear();
  }

  /** The months with articles, seen from one of them. */
  private final class Calendar {
    private final Map<Integer, Map<Integer, Integer>> counts;
    private final @Nullable YearMonth here;
    private final @Nullable YearMonth next;
    private final @Nullable YearMonth previous;

    Calendar(@Nullable YearMonth here) {
      this.here = here;
      List<Month> months =
          news.months().stream()
              .filter(month -> Years.mayBeAsked(month.month().getYear()))
              .toList();
      this.counts =
          months.stream()
              .collect(
                  Collectors.groupingBy(
                      month -> month.month().getYear(),
                      () -> new TreeMap<>((a, b) -> Integer.compare(b, a)),
                      Collectors.toMap(month -> month.month().getMonthValue(), Month::articles)));
      List<YearMonth> all = months.stream().map(Month::month).toList();
      int at = here == null ? -1 : all.indexOf(here);
      this.next = at > 0 ? all.get(at - 1) : null;
      this.previous = at >= 0 && at + 1 < all.size() ? all.get(at + 1) : null;
    }

    int articles(YearMonth month) {
      return counts.getOrDefault(month.getYear(), Map.of()).getOrDefault(month.getMonthValue(), 0);
    }

    List<YearLink> years() {
      List<YearLink> links = new ArrayList<>();
      for (int year : counts.keySet()) {
        String anchor = "#nam-" + year;
        links.add(
            new YearLink(
                year,
                here == null ? anchor : addresses.archive() + anchor,
                here != null && here.getYear() == year));
      }
      return links;
    }

    YearView grid(int year) {
      return new YearView(
          year,
          IntStream.rangeClosed(1, MONTHS)
              .mapToObj(month -> cell(YearMonth.of(year, month)))
              .toList());
    }

    private Cell cell(YearMonth month) {
      int articles = articles(month);
      return new Cell(
          "Tháng " + month.getMonthValue(),
          articles == 0 ? null : addresses.archive(month),
          VietnameseDates.number(articles) + " bài",
          month.equals(here));
    }

    @Nullable MonthLink link(@Nullable YearMonth month) {
      return month == null ? null : new MonthLink(addresses.archive(month), name(month));
    }
  }
}
