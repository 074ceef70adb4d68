package vn.gdnn.newswire.publish.faces;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Registered;
import vn.gdnn.newswire.publish.document.Document;

/**
 * The site with news in memory, to look at: the seeds, a withdrawn article and hard cases. No
 * stereotype: the service's own scan must not find it.
 */
@EnableAutoConfiguration
@ComponentScan({
  "vn.gdnn.newswire.publish.web",
  "vn.gdnn.newswire.publish.feed",
  "vn.gdnn.newswire.publish.page",
  "vn.gdnn.newswire.publish.api",
  "vn.gdnn.newswire.publish.directory",
})
public class DemoSite {

  @Bean
  FakeNews news() {
    FakeNews news = new FakeNews();
    news.put(hardCases());
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine());
    news.register(
        Registered.example("person"), Registered.example("unit"), Registered.example("plan"));
    return news;
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  /** A withdrawn article, a corrected one, a long headline, hostile text, sixty tags. */
  static Document[] hardCases() {
    StringBuilder many = new StringBuilder("Danh sách mẫu: ");
    for (int i = 1; i <= 60; i++) {
      many.append("Người Mẫu Thứ ").append(i).append(i < 60 ? ", " : ".");
    }
    Samples.Draft list = Samples.draft(5, "Danh sách sáu mươi người mẫu", many.toString());
    for (int i = 1; i <= 60; i++) {
      String name = "Người Mẫu Thứ " + i;
      list.tag(Kind.PERSON, "x-00000000" + (10 + i), name, false, name + (i < 60 ? "," : "."));
    }
    return new Document[] {
      Samples.draft(1, "Tin mẫu sẽ rút", "Chữ mẫu.")
          .withdrawn("Đăng nhầm bản thảo.", "2024-03-05T01:00:00Z")
          .document(),
      Samples.draft(2, "Lịch thi mẫu đã sửa", "Lịch thi mẫu nay là thứ Hai.\n\nĐịa điểm không đổi.")
          .byline("Ban Biên tập")
          .part("lead", "Lịch thi mẫu nay là thứ Hai.")
          .corrected(2, "Bản trước ghi nhầm là thứ Ba.", "2024-03-04T08:30:00Z")
          .document(),
      Samples.draft(
              3, "Tiêu đề mẫu rất dài để xem chữ xuống dòng ra sao, ".repeat(4).strip(), "Chữ mẫu.")
          .document(),
      Samples.draft(
              4,
              "<b>Đậm</b> & ]]> \u202Engược\u202C 🎓",
              "Đoạn có \u202Echữ ngược và <script>alert(1)</script>.\n\nĐoạn sau.\nDòng hai.")
          .document(),
      list.document(),
    };
  }

  /** Serves it at 127.0.0.1:8093. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(DemoSite.class)
        .properties("spring.config.name=publish-service")
        .run(
            "--server.port=8093",
            "--management.server.port=9093",
            "--management.endpoint.health.validate-group-membership=false");
  }
}
