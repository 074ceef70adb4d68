package vn.gdnn.newswire.publish.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.events.RegistryEntity.Office;
import vn.gdnn.newswire.events.RegistryEntity.Stretch;
import vn.gdnn.newswire.publish.page.RegistryView.Piece;
import vn.gdnn.newswire.publish.page.RegistryView.Step;
import vn.gdnn.newswire.publish.page.RegistryView.Timeline;
import vn.gdnn.newswire.publish.prose.SafeText;

/**
 * Offices over time. A line is drawn only where sources show the holder; what lies between is said
 * to be unknown, never filled.
 */
final class Timelines {

  private static final String POINT = "point";
  private static final String GAP = "gap";

  private Timelines() {}

  /** The offices that a person held, in one line of time. */
  static List<Timeline> ofPerson(List<Office> offices, Function<Office, List<Piece>> unit) {
    List<Step> steps =
        steps(offices, office -> List.of(Piece.text(SafeText.oneLine(office.title()))), unit, true);
    return steps.isEmpty() ? List.of() : List.of(new Timeline("Chức vụ theo thời gian", steps));
  }

  /** The offices of a unit, each with its holders; those of one holder at a time come first. */
  static List<Timeline> ofUnit(List<Office> offices, Function<Office, List<Piece>> person) {
    Map<String, List<Office>> byTitle = new LinkedHashMap<>();
    offices.stream()
        .sorted(Comparator.comparing(Office::several))
        .forEach(
            office ->
                byTitle.computeIfAbsent(office.title(), none -> new ArrayList<>()).add(office));
    List<Timeline> timelines = new ArrayList<>();
    byTitle.forEach(
        (title, held) ->
            timelines.add(
                new Timeline(
                    SafeText.oneLine(title),
                    steps(held, person, office -> List.of(), !held.get(0).several()))));
    return timelines;
  }

  private record Held(Office office, Stretch stretch) {

    LocalDate first() {
      return stretch.from().earliest();
    }

    PartialDay last() {
      return stretch.to() == null ? stretch.from() : stretch.to();
    }
  }

  private static List<Step> steps(
      List<Office> offices,
      Function<Office, List<Piece>> heading,
      Function<Office, List<Piece>> under,
      boolean withGaps) {
    List<Held> held = new ArrayList<>();
    for (Office office : offices) {
      office.stretches().forEach(stretch -> held.add(new Held(office, stretch)));
    }
    held.sort(Comparator.comparing(Held::first).thenComparing(one -> one.last().latest()));
    List<Step> steps = new ArrayList<>();
    PartialDay known = null;
    for (Held one : held) {
      if (withGaps && known != null && known.latest().plusDays(1).isBefore(one.first())) {
        steps.add(gap(known, one.stretch().from()));
      }
      if (known == null || one.last().latest().isAfter(known.latest())) {
        known = one.last();
      }
      // Without gaps to part them, lines of several holders would run into one another.
      boolean line =
          withGaps && one.stretch().to() != null && !one.stretch().from().equals(one.last());
      steps.add(
          new Step(
              line ? "" : POINT,
              heading.apply(one.office()),
              under.apply(one.office()),
              when(one.stretch()),
              source(one.office(), one.stretch())));
    }
    Collections.reverse(steps);
    return steps;
  }

  private static Step gap(PartialDay after, PartialDay before) {
    return new Step(
        GAP,
        List.of(),
        List.of(),
        List.of(
            Piece.text("Chưa có ghi nhận từ "),
            Piece.date(When.partial(after)),
            Piece.text(" đến "),
            Piece.date(When.partial(before))),
        List.of());
  }

  private static List<Piece> when(Stretch stretch) {
    Piece from = Piece.date(When.partial(stretch.from()));
    PartialDay to = stretch.to();
    if (to == null || (to.equals(stretch.from()) && !stretch.ended())) {
      return List.of(Piece.text(stretch.began() ? "Từ " : "Ghi nhận ngày "), from);
    }
    return List.of(
        Piece.text(stretch.began() ? "Từ " : "Ghi nhận từ "),
        from,
        Piece.text(stretch.began() && !stretch.ended() ? ", ghi nhận đến " : " đến "),
        Piece.date(When.partial(to)));
  }

  private static List<Piece> source(Office office, Stretch stretch) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.text(office.sources().size() + " nguồn"));
    add(pieces, stretch.began() ? null : stretch.after(), ". Chưa rõ ngày bổ nhiệm, sau ");
    add(pieces, stretch.ended() ? null : stretch.before(), ". Chưa rõ ngày thôi chức, trước ");
    return pieces;
  }

  private static void add(List<Piece> pieces, @Nullable LocalDate day, String words) {
    if (day != null) {
      pieces.add(Piece.text(words));
      pieces.add(Piece.date(When.partial(PartialDay.of(day))));
    }
  }
}
