package vn.gdnn.newswire.publish.prose;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;

/**
 * Which stretches of a field are marked. Spans may nest or cross, links may not: of those that
 * overlap the one that begins first is marked, of two that begin together the longer. Tags go
 * before offices, and an office beside its holder's name is not marked: the name already says who
 * is meant.
 */
final class Marks {

  private static final Comparator<Candidate> READING_ORDER =
      Comparator.comparingInt(Candidate::start)
          .thenComparing(Comparator.comparingInt(Candidate::end).reversed());

  /** How far before an office its holder's name may stand, in code units. */
  private static final int REACH = 200;

  private final String text;
  private final TreeMap<Integer, Candidate> chosen = new TreeMap<>();

  private Marks(String text) {
    this.text = text;
  }

  /** The marks of one field in reading order, none overlapping another. */
  static NavigableMap<Integer, Candidate> of(Document document, Field field) {
    Marks marks = new Marks(document.text(field));
    marks.choose(
        document.tags().stream()
            .flatMap(
                tag ->
                    tag.mentions().stream()
                        .filter(mention -> mention.field() == field)
                        .map(m -> new Candidate(m.start(), m.end(), tag.kind(), tag.id(), null))));
    marks.choose(
        document.offices().stream()
            .filter(office -> office.field() == field)
            .map(o -> new Candidate(o.start(), o.end(), Kind.PERSON, o.personId(), o))
            .filter(marks::fits)
            .filter(office -> !marks.leadsToHolder(office) && !marks.followsHolder(office))
            .toList()
            .stream());
    return marks.chosen;
  }

  private void choose(Stream<Candidate> candidates) {
    candidates
        .filter(this::fits)
        .sorted(READING_ORDER)
        .filter(this::isFree)
        .forEach(candidate -> chosen.put(candidate.start(), candidate));
  }

  private boolean fits(Candidate candidate) {
    return candidate.start() >= 0
        && candidate.start() < candidate.end()
        && candidate.end() <= text.length()
        && !splitsPair(candidate.start())
        && !splitsPair(candidate.end());
  }

  private boolean splitsPair(int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  private boolean isFree(Candidate candidate) {
    Map.Entry<Integer, Candidate> before = chosen.lowerEntry(candidate.end());
    return before == null || before.getValue().end() <= candidate.start();
  }

  /** As in "Tổng cục trưởng Tổng cục GDNN Trương Anh Dũng": only names up to the holder's. */
  private boolean leadsToHolder(Candidate office) {
    int at = office.end();
    Map.Entry<Integer, Candidate> next = chosen.ceilingEntry(at);
    while (next != null && text.substring(at, next.getKey()).isBlank()) {
      if (next.getValue().samePerson(office)) {
        return true;
      }
      at = next.getValue().end();
      next = chosen.ceilingEntry(at);
    }
    return false;
  }

  /**
   * As in "Trương Anh Dũng, Bí thư Đảng ủy, Tổng cục trưởng": a comma after the name, one sentence.
   */
  private boolean followsHolder(Candidate office) {
    int at = office.start();
    boolean beside = true;
    Map.Entry<Integer, Candidate> before = chosen.lowerEntry(at);
    while (before != null && office.start() - before.getValue().end() <= REACH) {
      Candidate name = before.getValue();
      if (name.end() > at) {
        return false;
      }
      String gap = text.substring(name.end(), at);
      if (gap.chars().anyMatch(c -> ".;:!?\n".indexOf(c) >= 0)) {
        return false;
      }
      beside = beside && gap.isBlank();
      if (name.samePerson(office)) {
        return beside || gap.stripLeading().startsWith(",");
      }
      at = name.start();
      before = chosen.lowerEntry(at);
    }
    return false;
  }

  /**
   * A stretch that could be marked.
   *
   * @param start first UTF-16 code unit
   * @param end code unit after the last
   * @param kind the entity's kind
   * @param entityId the entity's id
   * @param office the office it is, if it is one
   */
  record Candidate(
      int start, int end, Kind kind, String entityId, Document.@Nullable Office office) {

    boolean samePerson(Candidate other) {
      return kind == Kind.PERSON && other.kind == Kind.PERSON && entityId.equals(other.entityId);
    }
  }
}
