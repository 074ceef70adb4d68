package vn.gdnn.newswire.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages that are lists. */
final class ListViews {

  private ListViews() {}

  /** The newest articles by day. */
  record HomeView(
      Frame frame,
      List<DayView> days,
      boolean isEmpty,
      @Nullable String older,
      boolean later,
      List<RankingView> rankings,
      boolean hasRankings) {}

  /** Who of a kind is named in most of the articles shown. */
  record RankingView(String title, List<ItemView.NameView> names) {}

  /** One day's articles. */
  record DayView(String iso, String weekday, String date, List<ItemView> items) {}

  /** A person's, unit's or plan's page. */
  record EntityView(
      Frame frame,
      String kind,
      String name,
      String listTitle,
      String aboutLabel,
      boolean known,
      int articles,
      @Nullable When firstSeen,
      @Nullable When lastSeen,
      List<ItemView> items,
      boolean isEmpty,
      @Nullable String older,
      List<ItemView.NameView> together,
      boolean hasTogether) {}

  /** Search, with or without a question. */
  record SearchView(
      Frame frame,
      String words,
      String from,
      String to,
      @Nullable String fromError,
      @Nullable String toError,
      @Nullable String found,
      @Nullable String notFound,
      List<ItemView> items,
      @Nullable String older,
      String namesTitle,
      List<MatchView> names,
      boolean hasNames) {}

  /** A name that holds what was searched for. */
  record MatchView(String kind, String address, List<ItemView.PieceView> pieces) {}

  /** Says something in place of a page. */
  record MessageView(Frame frame, String title, String text) {}
}
