package vn.gdnn.newswire.publish.faces;

import java.util.ArrayList;
import java.util.List;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;

/** Articles that have broken feeds elsewhere, and some that only wish to. */
public final class HostileArticles {

  /** Each stands in every field of an article that can hold it. */
  public static final List<String> TEXTS =
      List.of(
          "a ]]> b",
          "<b>đậm</b> & &amp; &lt;i&gt;",
          "<![CDATA[ x ]]> ]]]]><![CDATA[>",
          "<!-- x --> <?php x ?> <!DOCTYPE html> -->",
          "tai\u0008 \u0000nghe \u001B[31m \u007F \u0085",
          "một \uD83C nửa \uDF93 cặp \uFFFE \uFFFF \uFDD0",
          "🎓👩🏽‍🏫 \uD835\uDD38",
          "\u202Engược \u2067phải",
          "đóng trước \u2069\u202C\u2069",
          "\"ngoặc\" 'đơn' `huyền` = {{mustache}} ${el}",
          "</title></p></item><script>alert(1)</script>",
          "javascript:alert(1)",
          "e\u0302\u0301 tổ hợp  \u00A0\u2028\u2029 dòng",
          "&nbsp;&#x26;&#0;&bogus;",
          "x".repeat(1_900));

  private static final int LONG = 200 * 1024;

  private HostileArticles() {}

  /** All of them; one number each, from 101 on. */
  public static List<Document> all() {
    List<Document> all = new ArrayList<>();
    for (String text : TEXTS) {
      all.add(full(101 + all.size(), text).document());
    }
    all.add(
        Samples.draft(101 + all.size(), "Bài dài", "Mở đầu.\n\n" + "chữ & <dài> ".repeat(LONG / 11))
            .corrected(2, "Sửa <b>một</b> chữ.", "2024-08-01T00:00:00Z")
            .attachment("https://tep.example/dai.pdf", "Toàn văn", "application/pdf", 1L)
            .document());
    all.add(
        Samples.draft(101 + all.size(), "Một đoạn dài không dấu cách", "x".repeat(LONG))
            .document());
    all.add(
        full(101 + all.size(), "đã rút </p> ]]> \u0008")
            .withdrawn("Sai <nguồn> & \u0007 ]]> \u202Engày.", "2024-08-02T00:00:00Z")
            .document());
    all.add(
        full(101 + all.size(), "rút không nói gì")
            .withdrawn(" \u0000 ", "2024-08-02T00:01:00Z")
            .document());
    all.add(Samples.draft(101 + all.size(), " \u0000 ", "").byline("\u0008").document());
    all.add(manyEnclosures(101 + all.size()));
    return all;
  }

  private static Samples.Draft full(int n, String text) {
    return Samples.draft(n, text, text + "\n\nĐoạn hai: " + text + "\nDòng hai\n\n" + text)
        .byline(text)
        .corrected(2, text, "2024-08-01T00:%02d:00Z".formatted(n % 60))
        .tag(Kind.UNIT, "don-vi-" + n, text, true, text)
        .tag(Kind.PLAN, "x-%010x".formatted(n), text, false, "Đoạn")
        .image("https://anh.example/" + n + ".jpg?a=1&b=2", text)
        .image("https://ảnh.example/ảnh " + n + ".webp", text)
        .image("https://ảnh.example/ảnh-" + n + ".webp", text)
        .image("javascript:alert(1)//.jpg", text)
        .attachment("https://tep.example/" + n + ".pdf", text, "application/pdf", 120_000L)
        .attachment("https://tep.example/" + n + "?b[]=]]>", text, text, -1L)
        .attachment("https://tep.example/" + n + "?b[]=1'&c", text, text, null)
        .attachment("https://tep.example", text, null, Long.MAX_VALUE)
        .attachment("data:text/html,<script>", text, "text/html", 1L);
  }

  /** As many and as long ones as ingest takes. */
  private static Document manyEnclosures(int n) {
    Samples.Draft draft = Samples.draft(n, "Nhiều tệp", "Có hai trăm tệp.");
    for (int i = 0; i < 200; i++) {
      draft.image("https://anh.example/" + i + "/" + "a".repeat(3_900) + ".jpg", "Ảnh " + i);
      draft.attachment("https://tep.example/" + i + ".pdf", "Tệp " + i, null, (long) i);
    }
    return draft.document();
  }
}
