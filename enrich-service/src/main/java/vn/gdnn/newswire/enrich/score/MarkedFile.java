package vn.gdnn.newswire.enrich.score;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gdnn.newswire.events.Kind;

/**
 * A file marked by hand: {@code {{P|…}}} a person, {@code {{U|…}}} a unit, {@code {{L|…}}} a plan.
 * Its first lines, up to the first blank one, may be headers ({@code source:}, {@code date:},
 * {@code title:}); then the article's headline is the header's and its body what follows.
 */
public final class MarkedFile {

  private static final Pattern HEADER = Pattern.compile("(source|date|title):[^\n]*\n");

  private final String name;
  private final String raw;
  private final List<RawSpan> gold;
  private final int bodyStart;
  private final int titleStart;
  private final int titleEnd;

  private MarkedFile(String name, String raw, List<RawSpan> gold) {
    this.name = name;
    this.raw = raw;
    this.gold = List.copyOf(gold);
    int at = 0;
    int from = -1;
    int to = -1;
    Matcher header = HEADER.matcher(raw);
    while (header.find(at) && header.start() == at) {
      if (header.group(1).equals("title")) {
        from = header.start() + "title:".length();
        to = header.end() - 1;
        while (from < to && raw.charAt(from) == ' ') {
          from++;
        }
      }
      at = header.end();
    }
    boolean headed = at > 0 && at < raw.length() && raw.charAt(at) == '\n';
    this.bodyStart = headed ? at + 1 : 0;
    this.titleStart = headed ? from : -1;
    this.titleEnd = headed ? to : -1;
  }

  /**
   * Reads the marks.
   *
   * @param name the file's name, for messages
   * @throws IllegalArgumentException when a mark is not closed on its line, nested or of no kind,
   *     with name and line
   */
  public static MarkedFile parse(String name, String marked) {
    StringBuilder raw = new StringBuilder(marked.length());
    List<RawSpan> gold = new ArrayList<>();
    int i = 0;
    while (i < marked.length()) {
      int open = marked.indexOf("{{", i);
      if (open < 0) {
        break;
      }
      raw.append(marked, i, open);
      int close = marked.indexOf("}}", open);
      int nested = marked.indexOf("{{", open + 2);
      int line = marked.indexOf('\n', open);
      if (close < 0 || (nested >= 0 && nested < close) || (line >= 0 && line < close)) {
        throw wrong(name, marked, open, "a mark is not closed on its line, or nested");
      }
      boolean shaped = open + 4 < close && marked.charAt(open + 3) == '|';
      int kind = shaped ? "PUL".indexOf(marked.charAt(open + 2)) : -1;
      if (kind < 0) {
        throw wrong(name, marked, open, "a mark is to be {{P|…}}, {{U|…}} or {{L|…}}");
      }
      int start = raw.length();
      raw.append(marked, open + 4, close);
      gold.add(new RawSpan(Kind.values()[kind], start, raw.length()));
      i = close + 2;
    }
    raw.append(marked, i, marked.length());
    return new MarkedFile(name, raw.toString(), gold);
  }

  private static IllegalArgumentException wrong(String name, String text, int at, String what) {
    long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return new IllegalArgumentException(name + ", line " + line + ": " + what);
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** The whole text without its marks, headers too. */
  public String raw() {
    return raw;
  }

  /** The marks, in reading order. */
  public List<RawSpan> gold() {
    return gold;
  }

  /** Whether the file has headers; if so the article's headline and body are told apart already. */
  public boolean isHeaded() {
    return bodyStart > 0;
  }

  /** Where the article begins in the raw text: behind the headers, 0 without. */
  public int bodyStart() {
    return bodyStart;
  }

  /** Where the header's headline begins in the raw text; -1 when there is none. */
  public int titleStart() {
    return titleStart;
  }

  /** The header's headline, empty when it has none. */
  public String title() {
    return titleStart < 0 ? "" : raw.substring(titleStart, titleEnd);
  }

  /** What follows the headers: the body, or all of a draft without headers. */
  public String body() {
    return raw.substring(bodyStart);
  }

  /** The header's date: of a month or a year its first day. */
  public Optional<LocalDate> date() {
    return header("date")
        .flatMap(
            text -> {
              String day =
                  text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text;
              try {
                return Optional.of(LocalDate.parse(day));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  /** The header's source. */
  public Optional<String> source() {
    return header("source");
  }

  /**
   * Where files like this one are from: what its header's source names first ({@code 24h} of {@code
   * 24h; record 1}), else the folder that it lies in; empty when neither is given.
   */
  public String group() {
    return source()
        .map(named -> named.split("[;,]", 2)[0].strip())
        .filter(named -> !named.isEmpty())
        .orElseGet(() -> name.substring(0, Math.max(0, name.replace('\\', '/').lastIndexOf('/'))));
  }

  private Optional<String> header(String key) {
    if (!isHeaded()) {
      return Optional.empty();
    }
    for (String line : raw.substring(0, bodyStart).split("\n")) {
      if (line.startsWith(key + ":")) {
        return Optional.of(line.substring(key.length() + 1).strip());
      }
    }
    return Optional.empty();
  }

  /** The text with these marks in place of the given ones. They may not overlap. */
  public String mark(List<RawSpan> spans) {
    List<RawSpan> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparingInt(RawSpan::start));
    StringBuilder marked = new StringBuilder(raw.length() + ordered.size() * 6);
    int at = 0;
    for (RawSpan span : ordered) {
      marked
          .append(raw, at, span.start())
          .append("{{")
          .append("PUL".charAt(span.kind().ordinal()))
          .append('|')
          .append(raw, span.start(), span.end())
          .append("}}");
      at = span.end();
    }
    return marked.append(raw, at, raw.length()).toString();
  }
}
