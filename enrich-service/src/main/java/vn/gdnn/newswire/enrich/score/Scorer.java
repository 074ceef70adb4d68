package vn.gdnn.newswire.enrich.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Kind;

/**
 * Scores a tagger as the annotation guideline says. Strict: kind, start and end are the marked
 * ones'. Relaxed: the kind agrees and the spans overlap. Document level: the set of an article's
 * (kind, words), the words without regard to case, white space, Unicode form and tone placement.
 */
public final class Scorer {

  private static final List<String> LEVELS = List.of("strict", "relaxed", "document");
  private static final List<String> KINDS = List.of("PERSON", "UNIT", "PLAN", "ALL");

  private final KnownNames registry;
  private final List<Map<String, Counts>> articles = new ArrayList<>();
  private final Map<String, List<Integer>> groups = new TreeMap<>();
  private final ConfidenceCount confidence = new ConfidenceCount();
  private final List<Score.Miss> errors = new ArrayList<>();

  /** Scores, told what the registry knows: for the causes of errors. */
  public Scorer(KnownNames registry) {
    this.registry = registry;
  }

  /** Scores a tagger on files, by their sources. */
  public static Score score(List<MarkedFile> files, RawTagger tagger, KnownNames registry) {
    Scorer scorer = new Scorer(registry);
    for (MarkedFile file : files) {
      scorer.add(file, tagger.tag(file), file.group());
    }
    return scorer.score();
  }

  /**
   * Takes the names said of a file in.
   *
   * @param group which files it is counted with
   */
  public void add(MarkedFile file, List<Said> said, String group) {
    List<RawSpan> predicted = said.stream().map(Said::span).toList();
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
    groups.computeIfAbsent(group, name -> new ArrayList<>()).add(articles.size());
    articles.add(counts);
    confidence.add(file.gold(), said);
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
    Set<RawSpan> marked = new HashSet<>(file.gold());
    Set<RawSpan> right = new HashSet<>(predicted);
    right.retainAll(marked);
    for (RawSpan gold : file.gold()) {
      if (!right.contains(gold)) {
        List<RawSpan> near =
            predicted.stream()
                .filter(said -> said.overlaps(gold) && !right.contains(said))
                .toList();
        String words = words(file, gold);
        boolean known = near.isEmpty() && registry.has(gold.kind(), words);
        Cause cause = Cause.of(gold, near, file.gold(), known);
        String instead =
            near.stream().map(said -> words(file, said)).collect(Collectors.joining("|"));
        errors.add(new Score.Miss(file.name(), gold.kind().name(), cause.words(), words, instead));
      }
    }
    for (RawSpan said : predicted) {
      if (!overlapsAny(said, file.gold())) {
        errors.add(
            new Score.Miss(
                file.name(), said.kind().name(), Cause.SPURIOUS.words(), "", words(file, said)));
      }
    }
  }

  /** The score of everything taken in. */
  public Score score() {
    Bootstrap draws = new Bootstrap(articles.size());
    List<Score.Group> parts = new ArrayList<>();
    if (groups.size() > 1) {
      groups.forEach(
          (name, members) -> {
            List<Map<String, Counts>> some = members.stream().map(articles::get).toList();
            Bootstrap own = new Bootstrap(some.size());
            parts.add(new Score.Group(name, some.size(), rows(some, own)));
          });
    }
    return new Score(articles.size(), rows(articles, draws), parts, confidence.of(draws), errors);
  }

  private static List<Score.Row> rows(List<Map<String, Counts>> articles, Bootstrap draws) {
    List<Score.Row> rows = new ArrayList<>();
    for (String level : LEVELS) {
      for (String kind : KINDS) {
        List<Counts> each =
            articles.stream()
                .map(counts -> counts.getOrDefault(level + " " + kind, Counts.NONE))
                .toList();
        rows.add(
            new Score.Row(
                level,
                kind,
                each.stream().reduce(Counts.NONE, Counts::plus),
                draws.interval(each, Counts::precision),
                draws.interval(each, Counts::recall),
                draws.interval(each, Counts::f1)));
      }
    }
    return rows;
  }
}
