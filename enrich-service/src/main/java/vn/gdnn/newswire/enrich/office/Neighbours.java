package vn.gdnn.newswire.enrich.office;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.tag.DocumentPass.OfficeSpan;
import vn.gdnn.newswire.enrich.tag.DocumentPass.Reading;
import vn.gdnn.newswire.enrich.tag.NamedSpan;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Kind;

/** What stands beside an office or a person: the unit behind it, whose office it is. */
final class Neighbours {

  private static final Phrases HONORIFICS = Phrases.honorifics();
  private static final Phrases LEADERS = Phrases.beside(Neighbours.class, "leaders.txt");
  private static final Phrases BESIDE = Phrases.beside(Neighbours.class, "beside-others.txt");
  private static final Phrases BECOMES = Phrases.beside(Neighbours.class, "becomes.txt");
  private static final Phrases QUALIFIED = Phrases.beside(Neighbours.class, "qualified.txt");
  private static final Phrases APART = Phrases.beside(Neighbours.class, "apart.txt");

  /** How far behind a name its new office is looked for, in tokens. */
  private static final int FARTHEST = 40;

  private final Map<Passage, Map<Integer, NamedSpan>> starts = new HashMap<>();
  private final Map<Passage, Map<Integer, NamedSpan>> ends = new HashMap<>();
  private final Map<Passage, Map<Integer, OfficeSpan>> officeStarts = new HashMap<>();
  private final Map<Passage, Map<Integer, OfficeSpan>> officeEnds = new HashMap<>();

  Neighbours(Reading reading) {
    for (NamedSpan span : reading.names()) {
      of(starts, span.passage()).put(span.candidate().start(), span);
      of(ends, span.passage()).put(span.candidate().end(), span);
    }
    for (OfficeSpan office : reading.offices()) {
      of(officeStarts, office.passage()).put(office.candidate().start(), office);
      of(officeEnds, office.passage()).put(end(office), office);
    }
  }

  private static <T> Map<Integer, T> of(Map<Passage, Map<Integer, T>> all, Passage passage) {
    return all.computeIfAbsent(passage, key -> new HashMap<>());
  }

  private @Nullable NamedSpan at(
      Map<Passage, Map<Integer, NamedSpan>> spans, Passage passage, int token, Kind kind) {
    NamedSpan span = of(spans, passage).get(token);
    return span != null && span.entity().kind() == kind ? span : null;
  }

  /** The unit named right behind an office. */
  @Nullable NamedSpan unit(OfficeSpan office) {
    return at(starts, office.passage(), office.candidate().end(), Kind.UNIT);
  }

  /** The registry's unit right behind an office, where its name is no tag of its own. */
  static @Nullable Hit untagged(OfficeSpan office) {
    int end = office.candidate().end();
    if (!office.passage().tokens().startsSentence(end)) {
      for (Hit hit : office.passage().hitsAt(end)) {
        if (!hit.shortForm() && hit.sameCapitals() && hit.entries().get(0) instanceof Entry.Unit) {
          return hit;
        }
      }
    }
    return null;
  }

  /** Where an office ends, its unit included. */
  private int end(OfficeSpan office) {
    NamedSpan unit = unit(office);
    if (unit != null) {
      return unit.candidate().end();
    }
    Hit hit = untagged(office);
    return hit == null ? office.candidate().end() : hit.end();
  }

  /** The person whose office it is: right behind it, or right before it as an apposition. */
  @Nullable NamedSpan person(OfficeSpan office) {
    NamedSpan behind = behind(office);
    return behind != null ? behind : before(office);
  }

  private @Nullable NamedSpan behind(OfficeSpan office) {
    OfficeSpan at = office;
    for (int i = 0; i < 4; i++) {
      Tokens tokens = at.passage().tokens();
      int end = end(at);
      NamedSpan person = named(at.passage(), end);
      if (person != null || !tokens.is(end, ",") || !isBesideOthers(at)) {
        return person;
      }
      OfficeSpan next = of(officeStarts, at.passage()).get(end + 1);
      if (next == null) {
        return null;
      }
      at = next;
    }
    return null;
  }

  /** {@code Bí thư Đảng ủy, Tổng cục trưởng …}: an office that goes with another one. */
  private static boolean isBesideOthers(OfficeSpan office) {
    return BESIDE.beginsAt(office.passage().tokens(), office.candidate().start());
  }

  private @Nullable NamedSpan named(Passage passage, int from) {
    Tokens tokens = passage.tokens();
    int i = from;
    for (int steps = 0; steps < 3 && !tokens.startsSentence(i); steps++) {
      NamedSpan person = at(starts, passage, i, Kind.PERSON);
      int next = HONORIFICS.endOf(tokens, i);
      if (person != null || next == i) {
        return person;
      }
      i = next;
    }
    return null;
  }

  private @Nullable NamedSpan before(OfficeSpan office) {
    Passage passage = office.passage();
    OfficeSpan at = office;
    for (int i = 0; i < 4; i++) {
      int joint = at.candidate().start() - 1;
      if (!isJoint(passage.tokens(), joint)) {
        return null;
      }
      NamedSpan person = at(ends, passage, joint, Kind.PERSON);
      if (person != null) {
        return isApart(person) || officeBefore(person) != null ? null : person;
      }
      OfficeSpan previous = of(officeEnds, passage).get(joint);
      if (previous == null) {
        return null;
      }
      at = previous;
    }
    return null;
  }

  private static boolean isJoint(Tokens tokens, int i) {
    return tokens.is(i, ",") || tokens.is(i, "-") || tokens.is(i, "–") || tokens.is(i, "(");
  }

  /** {@code Theo ông Minh, Tổng cục trưởng …}: the office begins another clause. */
  private static boolean isApart(NamedSpan person) {
    return APART.endsBefore(person.passage().tokens(), title(person), 2);
  }

  /** Where the honorifics before a person begin. */
  private static int title(NamedSpan person) {
    Tokens tokens = person.passage().tokens();
    int start = person.candidate().start();
    for (int steps = 0; steps < 3; steps++) {
      int before = HONORIFICS.startBefore(tokens, start, 4);
      if (before == start || tokens.startsSentence(start)) {
        break;
      }
      start = before;
    }
    return start;
  }

  private @Nullable OfficeSpan officeBefore(NamedSpan person) {
    OfficeSpan right = of(officeEnds, person.passage()).get(person.candidate().start());
    return right != null ? right : of(officeEnds, person.passage()).get(title(person));
  }

  /** The office stated beside a person, with its unit, or null. */
  @Nullable String office(NamedSpan person) {
    String before = statedBefore(person);
    if (before != null) {
      return before;
    }
    Passage passage = person.passage();
    Tokens tokens = passage.tokens();
    int at = person.candidate().end();
    if (isJoint(tokens, at)) {
      int from = afterBirth(tokens, at + 1);
      int to = officesEnd(passage, from, person);
      if (to > from) {
        return tokens.words(from, to);
      }
    }
    return become(person);
  }

  private @Nullable String statedBefore(NamedSpan person) {
    Passage passage = person.passage();
    Tokens tokens = passage.tokens();
    OfficeSpan office = officeBefore(person);
    if (office == null) {
      NamedSpan unit = at(ends, passage, title(person), Kind.UNIT);
      int from = unit == null ? 0 : leaderBefore(tokens, unit);
      return unit == null || from == unit.candidate().start()
          ? null
          : tokens.words(from, unit.candidate().end());
    }
    int end = end(office);
    OfficeSpan first = office;
    for (int i = 0; i < 3; i++) {
      int joint = first.candidate().start() - 1;
      OfficeSpan previous = tokens.is(joint, ",") ? of(officeEnds, passage).get(joint) : null;
      if (previous == null || !isBesideOthers(previous)) {
        break;
      }
      first = previous;
    }
    int start = first.candidate().start();
    return tokens.words(QUALIFIED.startBefore(tokens, start, 2), end);
  }

  /** {@code Trưởng} before {@code Ban Tổ chức}: an office that takes its unit's name in. */
  private static int leaderBefore(Tokens tokens, NamedSpan unit) {
    int start = unit.candidate().start();
    return tokens.startsSentence(start) ? start : LEADERS.startBefore(tokens, start, 3);
  }

  /** Behind {@code sinh ngày 1/6/1960,}. */
  private static int afterBirth(Tokens tokens, int from) {
    if (!tokens.is(from, "sinh")) {
      return from;
    }
    for (int i = from + 1; i < from + 12 && !tokens.startsSentence(i); i++) {
      if (tokens.is(i, ",")) {
        return i + 1;
      }
    }
    return from;
  }

  /** Where one office, or several with commas between, end; where they begin when there is none. */
  private int officesEnd(Passage passage, int from, NamedSpan person) {
    Tokens tokens = passage.tokens();
    int end = from;
    int i = from;
    for (int steps = 0; steps < 3; steps++) {
      int to = officeEnd(passage, i);
      if (to == i) {
        break;
      }
      NamedSpan other = named(passage, to);
      boolean theirs = other != null && other != person && tokens.is(i - 1, ",");
      if (theirs) {
        break;
      }
      end = to;
      if (!tokens.is(to, ",")) {
        break;
      }
      i = to + 1;
    }
    return end;
  }

  private int officeEnd(Passage passage, int from) {
    Tokens tokens = passage.tokens();
    if (tokens.startsSentence(from)) {
      return from;
    }
    OfficeSpan office = of(officeStarts, passage).get(from);
    if (office != null) {
      return end(office);
    }
    int leader = LEADERS.endOf(tokens, from);
    NamedSpan unit = leader == from ? null : at(starts, passage, leader, Kind.UNIT);
    return unit == null ? from : unit.candidate().end();
  }

  /** {@code … là Hiệu trưởng …} right behind the name, {@code giữ chức …} in the same sentence. */
  private @Nullable String become(NamedSpan person) {
    Passage passage = person.passage();
    Tokens tokens = passage.tokens();
    int end = person.candidate().end();
    for (int i = end; i < end + FARTHEST && !tokens.startsSentence(i); i++) {
      if (at(starts, passage, i, Kind.PERSON) != null) {
        return null;
      }
      Phrases.Match match = BECOMES.longest(tokens, i);
      if (match != null && (i == end || match.value().equals("far"))) {
        int to = officesEnd(passage, match.end(), person);
        return to > match.end() ? tokens.words(match.end(), to) : null;
      }
    }
    return null;
  }
}
