package vn.gdnn.newswire.publish.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.UnknownNames;
import vn.gdnn.newswire.publish.web.Addresses;

class UnknownListsTest {

  private static final Instant FIRST = Instant.parse("2024-03-04T01:00:00Z");
  private static final Instant LAST = Instant.parse("2024-03-05T01:00:00Z");

  private final FakeNews news = new FakeNews();
  private final List<Entity> unknown = new ArrayList<>();
  private final UnknownNames names =
      (kind, after, limit) ->
          unknown.stream()
              .filter(one -> kind == null || one.kind() == kind)
              .filter(one -> after == null || path(one).compareTo(after.path()) > 0)
              .limit(limit)
              .toList();
  private final UnknownLists lists =
      new UnknownLists(names, news, new Addresses("https://news.example/site"));
  private final UnknownPage page = new UnknownPage();

  private static String path(Entity entity) {
    return FeedKey.of(entity.kind(), entity.id()).path();
  }

  private static Entity entity(Kind kind, String id, String name) {
    return new Entity(kind, id, name, false, 2, FIRST, LAST);
  }

  private String html(UnknownList list) {
    return new String(page.of(list, null, false), StandardCharsets.UTF_8);
  }

  @Test
  void showsWhereANameStands_butNoArticleThatIsWithdrawn() {
    unknown.add(entity(Kind.PERSON, "x-0000000001", "Người Mẫu"));
    news.put(
        Samples.draft(1, "Tin đầu", "Người Mẫu đến.")
            .tag(Kind.PERSON, "x-0000000001", "Người Mẫu", false, "Người Mẫu")
            .document(),
        Samples.draft(2, "Tin rút", "Người Mẫu đi.")
            .tag(Kind.PERSON, "x-0000000001", "Người Mẫu", false, "Người Mẫu")
            .withdrawn("Nhầm.", "2024-03-05T01:00:00Z")
            .document());

    UnknownList list = lists.list(null, null);

    assertThat(list.next()).isNull();
    assertThat(list.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.page()).isEqualTo("https://news.example/site/people/x-0000000001");
              assertThat(item.articles()).isEqualTo(2);
              assertThat(item.example()).isNotNull();
              assertThat(item.example().title()).isEqualTo("Tin đầu");
            });
    assertThat(html(list))
        .contains("Người, 2 bài, lần đầu 04/03/2024, gần nhất 05/03/2024", "Ví dụ: ", "Tin đầu")
        .doesNotContain("Tin rút");
  }

  @Test
  void goesOnWhereAPageEnds() {
    for (int i = 0; i < UnknownLists.PAGE + 1; i++) {
      unknown.add(entity(Kind.UNIT, "x-00000000%02d".formatted(i), "Đơn vị " + i));
    }

    UnknownList first = lists.list(Kind.UNIT, null);
    assertThat(first.items()).hasSize(UnknownLists.PAGE);
    UnknownNames.Position after = UnknownList.position(first.next());
    assertThat(after).isEqualTo(new UnknownNames.Position(2, "units/x-0000000049"));
    UnknownList second = lists.list(Kind.UNIT, after);
    assertThat(second.items()).extracting(UnknownList.Item::name).containsExactly("Đơn vị 50");
    assertThat(second.next()).isNull();

    assertThat(new String(page.of(first, Kind.UNIT, false), StandardCharsets.UTF_8))
        .contains("href=\"page?kind=unit&amp;cursor=" + first.next() + "\"")
        .contains("<a href=\"page?kind=unit\" aria-current=\"page\">Đơn vị</a>");
  }

  @Test
  void hostileNamesStayText() {
    unknown.add(entity(Kind.PLAN, "x-0000000002", "<script>alert(1)</script> \u202E\"onclick=\"x"));

    assertThat(html(lists.list(null, null)))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "\"onclick");
  }

  @Test
  void saysThatThereIsNothing() {
    assertThat(html(lists.list(null, null))).contains("Không có tên nào").doesNotContain("cursor");
    assertThat(new String(page.of(lists.list(null, null), null, true), StandardCharsets.UTF_8))
        .contains("Hết danh sách");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u1", "u2 3 x", "u1 0 units/x", "u1 -1 units/x", "u1 9999999999 x"})
  void takesNoOtherCursor(String plain) {
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    assertThatIllegalArgumentException().isThrownBy(() -> UnknownList.position(cursor));
    assertThatIllegalArgumentException().isThrownBy(() -> UnknownList.position("%%"));
  }
}
