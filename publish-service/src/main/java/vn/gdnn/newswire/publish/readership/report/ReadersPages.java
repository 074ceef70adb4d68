package vn.gdnn.newswire.publish.readership.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.VietnameseDates;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;

/**
 * Makes the pages for ops. They hold their stylesheet, since the management port serves no other.
 */
@Component
class ReadersPages {

  private static final int CHANGES = 100;
  private static final int ARTICLES = 20;
  private static final int READERS = 200;
  private static final int FEEDS = 8;

  /** What a site must take notice of. */
  private static final Set<What> URGENT =
      EnumSet.of(What.CORRECTED, What.WITHDRAWN, What.REINSTATED, What.ERASED);

  private static final List<String> LIMITS =
      List.of(
          "Không thấy được nơi đọc đứng sau bộ nhớ đệm (cache): bộ nhớ đệm hỏi thay cho họ.",
          "Các nơi đọc cùng tên được tính là một. Mỗi nơi có thể tự đặt tên bằng ?site= trong địa"
              + " chỉ nguồn tin.",
          "Tên là do nơi đọc tự xưng. Không lưu địa chỉ mạng hay điều gì về người đọc.",
          "Nơi đọc quay lại sau hơn năm mươi lần sửa bài khác chỉ thấy bài này trong các trang cũ"
              + " của nguồn tin, không được tính ở đây.");

  private final ReaderReports reports;
  private final News news;
  private final Addresses addresses;
  private final Template template;
  private final String stylesheet;
  private final String stylesheetHash;

  ReadersPages(ReaderReports reports, News news, Addresses addresses) {
    this.reports = reports;
    this.news = news;
    this.addresses = addresses;
    this.template =
        Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .compile(resource("/templates/readers.mustache"));
    this.stylesheet = resource("/static/newswire.css");
    this.stylesheetHash = "sha256-" + hash(stylesheet);
  }

  /** What changed last with who has it, and who reads. */
  String overview() {
    List<UUID> articles =
        news.newestChanges(CHANGES).stream()
            .filter(change -> URGENT.contains(change.what()))
            .map(Change::id)
            .distinct()
            .limit(ARTICLES)
            .toList();
    ReaderReports.Overview overview = reports.overview(articles);
    List<ReaderRow> rows = overview.readers().stream().limit(READERS).map(ReaderRow::of).toList();
    return render(
        View.titled("Ai đọc nguồn tin")
            .with(
                new OverviewView(
                    overview.articles().stream().map(one -> row(one, "readers/")).toList(),
                    overview.articles().isEmpty(),
                    overview.readers().size(),
                    rows,
                    overview.readers().size() - rows.size(),
                    overview.readers().size() > rows.size())));
  }

  /** Who has an article's last change. */
  Optional<String> article(UUID id) {
    return reports
        .of(id)
        .map(
            found ->
                render(
                    View.titled("Ai đã nhận bản mới")
                        .with(
                            new ArticleView(
                                row(found, ""),
                                found.readers().stream().map(KnownRow::of).toList(),
                                found.readers().isEmpty(),
                                found.leftOut(),
                                found.leftOut() > 0,
                                found.confirmed(),
                                found.cameLater()))));
  }

  /** A page that only says something. */
  String message(String title, String text) {
    return render(View.titled(title).with(text));
  }

  private ArticleRow row(ArticleReaders readers, String folder) {
    String title = news.article(readers.id(), Document::title).map(SafeText::oneLine).orElse("");
    int missing = readers.known() - readers.fetched();
    return new ArticleRow(
        folder + readers.id(),
        title.isEmpty() ? readers.id().toString() : title,
        addresses.absolute(addresses.article(readers.id())),
        what(readers.what()),
        stateClass(readers.what()),
        moment(readers.at()),
        VietnameseDates.iso(readers.at()),
        summary(readers),
        missing,
        missing > 0);
  }

  private static String summary(ArticleReaders readers) {
    if (readers.known() == 0) {
      return "Chưa biết nơi đọc nào có bài này từ trước.";
    }
    Long slowest = readers.slowestSeconds();
    return "%d trong %d nơi đọc đã biết đã lấy bản này%s."
        .formatted(
            readers.fetched(),
            readers.known(),
            slowest == null ? "" : ", nơi chậm nhất sau " + Spans.vietnamese(slowest));
  }

  private static String what(String wire) {
    return switch (wire) {
      case "withdrawn" -> "Đã rút";
      case "corrected" -> "Đã sửa";
      case "reinstated" -> "Đăng lại";
      case "erased" -> "Đã xóa";
      default -> "Đã đăng";
    };
  }

  private static String stateClass(String wire) {
    return switch (wire) {
      case "withdrawn", "corrected", "erased" -> "state-" + wire;
      default -> "state-published";
    };
  }

  private static String moment(Instant at) {
    return VietnameseDates.moment(at);
  }

  private String render(View view) {
    return template.execute(new Page(stylesheet, stylesheetHash, LIMITS, view)) + "\n";
  }

  private static String resource(String path) {
    try (InputStream in = ReadersPages.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record Page(String stylesheet, String stylesheetHash, List<String> limits, View view) {}

  private record View(
      String title,
      @Nullable OverviewView overview,
      @Nullable ArticleView article,
      @Nullable String message) {

    static View titled(String title) {
      return new View(title, null, null, null);
    }

    View with(OverviewView some) {
      return new View(title, some, null, null);
    }

    View with(ArticleView some) {
      return new View(title, null, some, null);
    }

    View with(String some) {
      return new View(title, null, null, some);
    }
  }

  private record OverviewView(
      List<ArticleRow> articles,
      boolean quiet,
      int known,
      List<ReaderRow> readers,
      int leftOut,
      boolean more) {}

  private record ArticleView(
      ArticleRow row,
      List<KnownRow> readers,
      boolean nobody,
      int leftOut,
      boolean more,
      int confirmed,
      int cameLater) {}

  private record ArticleRow(
      String address,
      String title,
      String page,
      String what,
      String state,
      String at,
      String iso,
      String summary,
      int missing,
      boolean someMiss) {}

  private record KnownRow(String name, String words, String state, String detail) {

    static KnownRow of(ArticleReaders.Reader one) {
      String after =
          one.afterSeconds() == null ? "" : "sau " + Spans.vietnamese(one.afterSeconds());
      return switch (one.state()) {
        case WAITING ->
            new KnownRow(
                one.reader(),
                "Chưa lấy",
                "state-refused",
                "hỏi lần cuối " + moment(one.lastSeen()));
        case SENT ->
            new KnownRow(one.reader(), "Đã gửi", "state-pending", after + ", chưa xác nhận");
        case CONFIRMED -> new KnownRow(one.reader(), "Đã có", "state-published", after);
      };
    }
  }

  private record ReaderRow(String name, String feeds, String firstSeen, String lastSeen) {

    static ReaderRow of(ReaderReports.KnownReader reader) {
      String some = String.join(", ", reader.feeds().stream().limit(FEEDS).toList());
      int more = reader.feeds().size() - FEEDS;
      return new ReaderRow(
          reader.name(),
          more > 0 ? some + " và " + more + " nguồn khác" : some,
          moment(reader.firstSeen()),
          moment(reader.lastSeen()));
    }
  }
}
