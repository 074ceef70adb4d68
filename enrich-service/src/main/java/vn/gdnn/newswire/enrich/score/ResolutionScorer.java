package vn.gdnn.newswire.enrich.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gdnn.newswire.enrich.Enrichment;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Span;
import vn.gdnn.newswire.events.Tag;

/**
 * Scores what names and offices were resolved to. An answer counts where kind, start and end are
 * those asked about and the id is the expected one: any id that is no registry's for {@code x}. An
 * office may be asked about with its unit ({@code Chủ tịch Quốc hội}). Of {@code -} nothing may be
 * said, not even of a part.
 */
public final class ResolutionScorer {

  private static final List<String> KINDS = List.of("UNIT", "PERSON", "OFFICE");

  private final List<Map<String, Counts>> articles = new ArrayList<>();
  private final List<Resolution.Miss> errors = new ArrayList<>();

  /**
   * What a tagger says.
   *
   * @param kind {@code UNIT}, {@code PERSON}, {@code PLAN} or {@code OFFICE}
   * @param start first UTF-16 code unit in headline, line break and body
   * @param end code unit after the last
   * @param surface the words there
   * @param id what it stands for; of an office the person who holds it
   */
  public record Answer(String kind, int start, int end, String surface, String id) {
    boolean overlaps(ResolutionFile.Question question) {
      return kind.equals(question.kind()) && start < question.end() && question.start() < end;
    }

    boolean isAt(ResolutionFile.Question question) {
      boolean office = kind.equals("OFFICE") && end <= question.end();
      return overlaps(question) && start == question.start() && (end == question.end() || office);
    }
  }

  /**
   * What a tagged article says: its names, and its offices with one holder on the article's day.
   */
  public static List<Answer> answers(String title, Enrichment found, LocalDate day) {
    int body = ResolutionFile.text(title, "").length();
    List<Answer> answers = new ArrayList<>();
    for (Tag tag : found.tags()) {
      for (Mention mention : tag.mentions()) {
        answers.add(answer(tag.kind().name(), mention, mention.surface(), tag.id(), body));
      }
    }
    for (OfficeMention office : found.offices()) {
      List<Holder> holders =
          office.holders().stream().filter(holder -> holder.covers(day)).toList();
      if (holders.size() == 1) {
        answers.add(answer("OFFICE", office, office.surface(), holders.get(0).personId(), body));
      }
    }
    return answers;
  }

  private static Answer answer(String kind, Span span, String surface, String id, int body) {
    int shift = span.field() == Field.TITLE ? 0 : body;
    return new Answer(kind, span.start() + shift, span.end() + shift, surface, id);
  }

  /** Takes the answers to a file's questions in. */
  public void add(ResolutionFile file, List<Answer> answers) {
    Map<String, Counts> counts = new HashMap<>();
    for (ResolutionFile.Question question : file.questions()) {
      boolean right = isRight(question, answers);
      Counts one = new Counts(1, right ? 1 : 0, 1, right ? 1 : 0);
      counts.merge(question.kind(), one, Counts::plus);
      counts.merge("ALL", one, Counts::plus);
      if (!right) {
        errors.add(
            new Resolution.Miss(
                file.name(),
                question.kind(),
                question.surface(),
                question.nth(),
                question.id(),
                given(question, answers)));
      }
    }
    articles.add(counts);
  }

  private static boolean isRight(ResolutionFile.Question question, List<Answer> answers) {
    if (question.id().equals("-")) {
      return answers.stream().noneMatch(answer -> answer.overlaps(question));
    }
    return answers.stream()
        .filter(answer -> answer.isAt(question))
        .anyMatch(
            answer ->
                question.id().equals("x")
                    ? answer.id().startsWith("x-")
                    : answer.id().equals(question.id()));
  }

  private static String given(ResolutionFile.Question question, List<Answer> answers) {
    return answers.stream()
        .filter(answer -> answer.overlaps(question))
        .map(
            answer ->
                answer.isAt(question)
                    ? answer.id()
                    : "%s (%s)".formatted(answer.id(), answer.surface()))
        .findFirst()
        .orElse("-");
  }

  /** The score of everything taken in. */
  public Resolution score() {
    Bootstrap draws = new Bootstrap(articles.size());
    List<Resolution.Row> rows = new ArrayList<>();
    for (String kind : KINDS) {
      row(kind, rows, draws);
    }
    row("ALL", rows, draws);
    return new Resolution(articles.size(), rows, errors);
  }

  private void row(String kind, List<Resolution.Row> rows, Bootstrap draws) {
    List<Counts> each =
        articles.stream().map(counts -> counts.getOrDefault(kind, Counts.NONE)).toList();
    Counts total = each.stream().reduce(Counts.NONE, Counts::plus);
    if (total.gold() > 0) {
      Score.Interval interval = draws.interval(each, Counts::recall);
      rows.add(new Resolution.Row(kind, total.found(), total.gold(), total.recall(), interval));
    }
  }
}
