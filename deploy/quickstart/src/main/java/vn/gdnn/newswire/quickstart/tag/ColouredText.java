package vn.gdnn.newswire.quickstart.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.gdnn.newswire.enrich.DatedTags;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;

/**
 * A tagged draft for a person at a terminal: people, units and plans each in a colour, in bold what
 * the registry knows, offices underlined. Colours are those every terminal has (ECMA-48, SGR).
 */
public final class ColouredText {

  private static final String OFF = "\u001b[0m";
  private static final String UNDERLINED = "\u001b[4m";

  private record Stretch(int start, int end, String code) {}

  private ColouredText() {}

  /** The headline and the text in colours, and what the colours mean. */
  public static String of(TaggedDraft draft) {
    String key =
        "%sperson%s %sunit%s %splan%s %soffice%s, bold: in the registry"
            .formatted(
                code(Kind.PERSON, false),
                OFF,
                code(Kind.UNIT, false),
                OFF,
                code(Kind.PLAN, false),
                OFF,
                UNDERLINED,
                OFF);
    String title = paint(draft.title(), stretches(draft, Field.TITLE));
    String body = paint(draft.body(), stretches(draft, Field.BODY));
    return key + "\n\n" + (title.isEmpty() ? "" : title + "\n\n") + body + "\n";
  }

  private static String code(Kind kind, boolean known) {
    int colour =
        switch (kind) {
          case PERSON -> 33;
          case UNIT -> 36;
          case PLAN -> 35;
        };
    return "\u001b[" + (known ? "1;" : "") + colour + "m";
  }

  private static List<Stretch> stretches(TaggedDraft draft, Field field) {
    List<Stretch> stretches = new ArrayList<>();
    for (DatedTags.Named tag : draft.tags()) {
      tag.mentions().stream()
          .filter(mention -> mention.field() == field)
          .forEach(
              mention ->
                  stretches.add(
                      new Stretch(mention.start(), mention.end(), code(tag.kind(), tag.known()))));
    }
    draft.offices().stream()
        .filter(office -> office.field() == field)
        .forEach(office -> stretches.add(new Stretch(office.start(), office.end(), UNDERLINED)));
    stretches.sort(Comparator.comparingInt(Stretch::start));
    return stretches;
  }

  /** What would lie over another stretch (an office with its unit inside) is left plain there. */
  private static String paint(String text, List<Stretch> stretches) {
    StringBuilder painted = new StringBuilder();
    int at = 0;
    for (Stretch stretch : stretches) {
      if (stretch.start() >= at) {
        painted.append(text, at, stretch.start()).append(stretch.code());
        painted.append(text, stretch.start(), stretch.end()).append(OFF);
        at = stretch.end();
      }
    }
    return painted.append(text, at, text.length()).toString();
  }
}
