package vn.gdnn.newswire.enrich.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Kind;

/**
 * Scores a tagger as the annotation guideline says. Strict: kind, start and end are the marked
 * ones'. Relaxed: the kind agrees and the spans overlap. Document level: the set of an article's
 * (kind, words), the words without regard to case, white space, Unicode form and tone placement.
 */
public final class Scorer {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_200_117L;
  private static final List<String> LEVELS = List.of("strict", "relaxed", "document");
  private static final List<String> KINDS = List.of("PERSON", "UNIT", "PLAN", "ALL");

  private final List<Map<String, Counts>> articles = new ArrayList<>();
  private final List<Score.Miss> errors = new ArrayList<>();

  /** Scores a tagger on files. */
  public static Score score(List<MarkedFile> files, RawTagger tagger) {
    Scorer scorer = new Scorer();
    for (MarkedFile file : files) {
      scorer.add(file, tagger.tag(file));
    }
    return scorer.score();
  }

  /** Takes the spans predicted for a file in. */
  public void add(MarkedFile file, List<RawSpan> predicted) {
    Map<String, Counts> counts = new HashMap<>();
    for (Kind kind : Kind.values()) {
      List<RawSpan> gold = of(file.gold(), kind);
      List<RawSpan> found = of(predicted, kind);
      counts.put("strict " + kind, strict(gold, found));
      counts.put("relaxed " + kind, relaxed(gold, found));
      counts.put("document " + kind, document(file, gold, found));
    }
    for (String level : LEVELS) {
      Counts all = Counts.NONE;
      for (Kind kind : Kind.values()) {
        all = all.plus(counts.getOrDefault(level + " " + kind, Counts.NONE));
      }
      counts.put(level + " ALL", all);
    }
    articles.add(counts);
    errors(file, predicted);
  }

  private static List<RawSpan> of(List<RawSpan> spans, Kind kind) {
    return spans.stream().filter(span -> span.kind() == kind).toList();
  }

  private static Counts strict(List<RawSpan> gold, List<RawSpan> found) {
    Set<RawSpan> both = new HashSet<>(gold);
    both.retainAll(new HashSet<>(found));
    return new Counts(found.size(), both.size(), gold.size(), both.size());
  }

  private static Counts relaxed(List<RawSpan> gold, List<RawSpan> found) {
    int right = (int) found.stream().filter(span -> overlapsAny(span, gold)).count();
    int hit = (int) gold.stream().filter(span -> overlapsAny(span, found)).count();
    return new Counts(found.size(), right, gold.size(), hit);
  }

  private static boolean overlapsAny(RawSpan span, List<RawSpan> others) {
    return others.stream().anyMatch(span::overlaps);
  }

  private static Counts document(MarkedFile file, List<RawSpan> gold, List<RawSpan> found) {
    Set<String> goldNames = names(file, gold);
    Set<String> foundNames = names(file, found);
    Set<String> both = new HashSet<>(goldNames);
    both.retainAll(foundNames);
    return new Counts(foundNames.size(), both.size(), goldNames.size(), both.size());
  }

  private static Set<String> names(MarkedFile file, List<RawSpan> spans) {
    return spans.stream()
        .map(
            span -> {
              Tokens tokens = Tokens.of(words(file, span));
              return tokens.keys(0, tokens.count());
            })
        .collect(Collectors.toSet());
  }

  private static String words(MarkedFile file, RawSpan span) {
    return file.raw().substring(span.start(), span.end());
  }

  private void errors(MarkedFile file, List<RawSpan> predicted) {
    Set<RawSpan> found = new HashSet<>(predicted);
    Set<RawSpan> explained = new HashSet<>();
    for (RawSpan gold : file.gold()) {
      if (found.contains(gold)) {
        continue;
      }
      RawSpan near =
          predicted.stream()
              .filter(gold::overlaps)
              .filter(span -> !file.gold().contains(span))
              .findFirst()
              .orElse(null);
      String cause = near == null ? "missed" : near.kind() == gold.kind() ? "boundary" : "kind";
      if (near != null) {
        explained.add(near);
      }
      errors.add(
          new Score.Miss(
              file.name(),
              gold.kind().name(),
              cause,
              words(file, gold),
              near == null ? "" : words(file, near)));
    }
    for (RawSpan span : predicted) {
      if (!file.gold().contains(span) && !explained.contains(span)) {
        errors.add(
            new Score.Miss(file.name(), span.kind().name(), "spurious", "", words(file, span)));
      }
    }
  }

  /** The score of everything taken in. */
  public Score score() {
    List<Score.Row> rows = new ArrayList<>();
    for (String level : LEVELS) {
      for (String kind : KINDS) {
        rows.add(row(level, kind));
      }
    }
    return new Score(articles.size(), rows, errors);
  }

  private Score.Row row(String level, String kind) {
    List<Counts> each =
        articles.stream()
            .map(counts -> counts.getOrDefault(level + " " + kind, Counts.NONE))
            .toList();
    Counts total = each.stream().reduce(Counts.NONE, Counts::plus);
    Counts[] resampled = resampled(each);
    return new Score.Row(
        level,
        kind,
        total,
        interval(resampled, Counts::precision),
        interval(resampled, Counts::recall),
        interval(resampled, Counts::f1));
  }

  /** Sums over articles drawn anew, as many as there are, 2,000 times. */
  static Counts[] resampled(List<Counts> each) {
    // The same seed for every row: the same resamples of articles, so that rows can be compared.
    Random random = new Random(SEED);
    Counts[] resampled = new Counts[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      Counts sum = Counts.NONE;
      for (int k = 0; k < each.size(); k++) {
        sum = sum.plus(each.get(random.nextInt(each.size())));
      }
      resampled[i] = sum;
    }
    return resampled;
  }

  /** From the 2.5th to the 97.5th percentile. */
  static Score.Interval interval(Counts[] resampled, ToDoubleFunction<Counts> measure) {
    double[] values = Arrays.stream(resampled).mapToDouble(measure).sorted().toArray();
    return new Score.Interval(
        values[(int) Math.floor(0.025 * (RESAMPLES - 1))],
        values[(int) Math.ceil(0.975 * (RESAMPLES - 1))]);
  }
}
