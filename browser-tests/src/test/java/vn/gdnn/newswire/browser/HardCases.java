package vn.gdnn.newswire.browser;

import java.util.Locale;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;

/** Beside the two seeds, what is hard to show: long, hostile, much, none. All of it is "mẫu". */
final class HardCases {

  static final int WITHDRAWN = 1;
  static final int CORRECTED = 2;
  static final int LONG_HEADLINE = 3;
  static final int HOSTILE = 4;
  static final int SIXTY_TAGS = 5;
  static final int LONG_NAMES = 6;
  static final int NO_TAGS = 7;
  static final int UNBROKEN = 8;

  /** More than a page of the archive holds. */
  private static final int IN_ONE_MONTH = 64;

  private static final int FIRST_OF_MANY = 200;

  /** 90 characters. */
  static final String NAME =
      "Người Mẫu Có Tên Rất Dài Để Xem Tên Dài Đến Chín Mươi Chữ Thì Các Trang Xuống Dòng Thế Nào";

  private static final String UNIT =
      "Ban Chỉ đạo mẫu phối hợp liên ngành về phát triển nguồn nhân lực có kỹ năng nghề đáp ứng yêu"
          + " của các vùng khó khăn giai đoạn mẫu";
  private static final String PLAN =
      "Đề án mẫu bồi dưỡng, chuẩn hóa và nâng cao kỹ năng nghề cho người lao động trong các doanh"
          + " nghiệp vừa và nhỏ, gắn với chuyển đổi số và phát triển bền vững ở các vùng";

  private HardCases() {}

  static void put(FakeNews news) {
    news.put(
        withdrawn(), corrected(), longHeadline(), hostile(), sixtyTags(), longNames(), noTags());
    news.put(unbroken());
    for (int i = 0; i < IN_ONE_MONTH; i++) {
      String at = "2019-09-%02dT%02d:15:00Z".formatted(1 + i % 28, i % 10);
      news.put(
          Samples.draft(FIRST_OF_MANY + i, "Thông báo mẫu số " + (i + 1), "Lời dẫn mẫu.")
              .published(at)
              .document());
    }
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine());
  }

  private static Document withdrawn() {
    return Samples.draft(WITHDRAWN, "Tin mẫu sẽ rút", "Chữ mẫu.")
        .withdrawn("Đăng nhầm bản thảo.", "2024-03-05T01:00:00Z")
        .document();
  }

  private static Document corrected() {
    return Samples.draft(
            CORRECTED, "Lịch thi mẫu đã sửa", "Lịch thi mẫu nay là thứ Hai.\n\nĐịa điểm không đổi.")
        .byline("Ban Biên tập")
        .part("lead", "Lịch thi mẫu nay là thứ Hai.")
        .corrected(2, "Bản trước ghi nhầm là thứ Ba.", "2024-03-04T08:30:00Z")
        .document();
  }

  /** 200 characters. */
  private static Document longHeadline() {
    String title = "Tiêu đề mẫu rất dài để xem chữ xuống dòng ra sao, ".repeat(4).strip();
    return Samples.draft(LONG_HEADLINE, title, "Chữ mẫu của Đơn vị Mẫu.")
        .tag(Kind.UNIT, "don-vi-mau", "Đơn vị Mẫu", true, "Đơn vị Mẫu")
        .document();
  }

  private static Document hostile() {
    String body =
        "Đoạn có \u202Echữ ngược và <script>alert(1)</script> <img src=x onerror=alert(1)>.\n\n"
            + "</p></main><h1>Không phải tiêu đề</h1>\u0000\u0008\n\nDòng một.\nDòng hai.";
    return Samples.draft(HOSTILE, "<b>Đậm</b> & ]]> \u202Engược\u202C 🎓 \"'><svg/onload=1>", body)
        .byline("<i>PV</i>")
        .tag(Kind.PERSON, "x-0000000001", "\"><script>alert(1)</script>", false, "chữ ngược")
        .corrected(3, "</aside><script>alert(1)</script>", "2024-03-09T08:30:00Z")
        .document();
  }

  private static Document sixtyTags() {
    StringBuilder body = new StringBuilder("Danh sách mẫu: ");
    for (int i = 1; i <= 20; i++) {
      body.append("Người Mẫu Thứ %d., ".formatted(i))
          .append("Trường Cao đẳng mẫu số %d., ".formatted(i))
          .append("Quyết định số %d/QĐ-MAU., ".formatted(i));
    }
    Samples.Draft draft = Samples.draft(SIXTY_TAGS, "Bài mẫu có sáu mươi tên", body.toString());
    for (int i = 1; i <= 20; i++) {
      tag(draft, Kind.PERSON, "nguoi-mau-" + i, "Người Mẫu Thứ " + i);
      tag(draft, Kind.UNIT, "truong-mau-" + i, "Trường Cao đẳng mẫu số " + i);
      tag(draft, Kind.PLAN, "quyet-dinh-" + i + "-qd-mau", "Quyết định số " + i + "/QĐ-MAU");
    }
    return draft.document();
  }

  private static void tag(Samples.Draft draft, Kind kind, String id, String name) {
    draft.tag(kind, id, name, true, name + (kind == Kind.PLAN ? "" : "."));
  }

  private static Document longNames() {
    Samples.Draft draft =
        Samples.draft(
            LONG_NAMES,
            "Bài mẫu có tên dài",
            "%s dự họp với %s.\n\n%s được thông qua.".formatted(NAME, UNIT, PLAN));
    return draft
        .tag(Kind.PERSON, "ten-rat-dai", NAME, true, NAME)
        .tag(Kind.UNIT, "don-vi-ten-dai", UNIT, true, UNIT)
        .tag(Kind.PLAN, "van-ban-ten-dai", PLAN, true, PLAN)
        .document();
  }

  /** No names, but pictures and files. */
  private static Document noTags() {
    return Samples.draft(
            NO_TAGS,
            "Bài mẫu không có tên nào",
            "Đoạn đầu của bài mẫu, không nhắc đến ai.\n\nĐoạn sau cũng vậy.")
        .image("https://anh-mau.example/1.jpg", "Chú thích ảnh mẫu")
        .image("https://anh-mau.example/" + "dai-".repeat(40) + ".jpg", null)
        .attachment(
            "https://tep-mau.example/van-ban.pdf",
            "Tên tệp kèm theo mẫu",
            "application/pdf",
            1_234_567L)
        .attachment("https://tep-mau.example/" + "x".repeat(200), null, null, null)
        .document();
  }

  /** Text that offers no place to break a line. */
  private static Document unbroken() {
    String word = "Khôngcóchỗxuốngdòng".repeat(12);
    String name = "Đơnvịmẫu".repeat(12);
    return Samples.draft(
            UNBROKEN,
            word.toUpperCase(Locale.ROOT),
            word + " https://mau.example/" + "a".repeat(200) + "\n\n" + name + " họp.")
        .byline(word)
        .tag(Kind.UNIT, "don-vi-lien-chu", name, true, name)
        .document();
  }
}
