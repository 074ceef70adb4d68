package vn.gdnn.newswire.publish.desk;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.VietnameseDates;

/** The page of unknown names. Its links within the management port are relative. */
@Component
class UnknownPage {

  static final String PAGE = "page";
  static final String STYLESHEET = "newswire.css";

  private final Template template;
  private final byte[] stylesheet;

  UnknownPage() {
    String source = new String(resource("/templates/unknown.mustache"), StandardCharsets.UTF_8);
    template = Mustache.compiler().escapeHTML(true).strictSections(true).compile(source);
    stylesheet = resource("/static/" + STYLESHEET);
  }

  private static byte[] resource(String path) {
    try (InputStream in = UnknownPage.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
  }

  /** Everything the template needs. */
  record View(
      List<Choice> kinds, List<Name> names, @Nullable String message, @Nullable String next) {}

  /** A kind to choose, or all. */
  record Choice(String label, String address, boolean chosen) {}

  /** A name in the list. */
  record Name(
      String kindClass, String page, String name, String says, @Nullable ExampleView example) {}

  /** Where to look a name up. */
  record ExampleView(String page, String title) {}

  byte[] stylesheet() {
    return stylesheet.clone();
  }

  /**
   * The page of a list.
   *
   * @param kind the kind that was asked for
   * @param later whether names stand before these
   */
  byte[] of(UnknownList list, @Nullable Kind kind, boolean later) {
    String none =
        later ? "Hết danh sách." : "Không có tên nào: mọi tên trong các bài đều có trong danh mục.";
    String next = list.next();
    String asked = kind == null ? "" : "kind=" + word(kind) + "&";
    return html(
        new View(
            choices(kind),
            list.items().stream().map(UnknownPage::name).toList(),
            list.items().isEmpty() ? none : null,
            next == null ? null : "page?" + asked + "cursor=" + next));
  }

  /** A page that only says something. */
  byte[] says(String sentence) {
    return html(new View(choices(null), List.of(), sentence, null));
  }

  private byte[] html(View view) {
    return template.execute(view).getBytes(StandardCharsets.UTF_8);
  }

  private static List<Choice> choices(@Nullable Kind chosen) {
    return Stream.concat(
            Stream.of(new Choice("Tất cả", "page", chosen == null)),
            Arrays.stream(Kind.values())
                .map(kind -> new Choice(label(kind), "page?kind=" + word(kind), kind == chosen)))
        .toList();
  }

  private static Name name(UnknownList.Item item) {
    String first = VietnameseDates.day(VietnameseDates.dayOf(item.firstSeen()));
    String last = VietnameseDates.day(VietnameseDates.dayOf(item.lastSeen()));
    UnknownList.Example example = item.example();
    return new Name(
        word(item.kind()),
        item.page(),
        SafeText.oneLine(item.name()),
        "%s, %d bài, lần đầu %s%s"
            .formatted(
                label(item.kind()),
                item.articles(),
                first,
                first.equals(last) ? "" : ", gần nhất " + last),
        example == null
            ? null
            : new ExampleView(example.page(), SafeText.oneLine(example.title())));
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case PERSON -> "person";
      case UNIT -> "unit";
      case PLAN -> "plan";
    };
  }

  private static String label(Kind kind) {
    return switch (kind) {
      case PERSON -> "Người";
      case UNIT -> "Đơn vị";
      case PLAN -> "Văn bản";
    };
  }
}
