package vn.gdnn.newswire.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vn.gdnn.newswire.enrich.score.MarkedFile;

/** Texts for properties: what nobody would write, and what this project wrote itself. */
final class Texts {

  /**
   * Signs that make trouble: marks, controls, spaces of other widths, brackets, halves of pairs.
   */
  static final List<String> ODD =
      List.of(
          "\u0000",
          "\u0001",
          "\u0007",
          "\u001B",
          "\u007F",
          "\u0085",
          "\t",
          "\n",
          "\r\n",
          "\r",
          "\u000B",
          "\f",
          "\u00A0",
          "\u00AD",
          "\u200B",
          "\u200C",
          "\u200D",
          "\u200E",
          "\u200F",
          "\u202A",
          "\u202E",
          "\u2028",
          "\u2029",
          "\u2060",
          "\u2066",
          "\u2069",
          "\u3000",
          "\uFEFF",
          "\uFFFD",
          "\uFFFE",
          "\uFFFF",
          "\uD800",
          "\uDC00",
          "\uDBFF",
          "\uDFFF",
          "😀",
          "👩‍👩‍👧",
          "\uD835\uDC00",
          "\u0300",
          "\u0301",
          "\u0303",
          "\u0309",
          "\u0323",
          "\u0302",
          "\u031B",
          "\u0345",
          "\u034F",
          "\uFE0F",
          "\u0E33",
          "\u0F77",
          "\u1100",
          "\u1161",
          "İ",
          "ı",
          "ß",
          "ſ",
          "ﬁ",
          "ǅ",
          "Σ",
          "ς",
          "(",
          ")",
          "[",
          "]",
          "{{P|",
          "{{U|",
          "}}",
          "“",
          "”",
          "\"",
          "'",
          "’",
          "«",
          "»",
          "-",
          "–",
          "—",
          "/",
          "//",
          ".",
          "..",
          "...",
          "…",
          ",",
          ";",
          ":",
          "!",
          "?",
          "•",
          "*",
          "|",
          "\\",
          "%s",
          "$1",
          "&amp;",
          "<b>",
          "0",
          "1/",
          "9999999999999999999999",
          "①",
          "½",
          "٣",
          "Ⅳ");

  /** Words that begin names, alone or without what should follow them. */
  static final List<String> TRIGGERS =
      List.of(
          "Ban",
          "Bộ",
          "Tổng cục",
          "Cục",
          "Vụ",
          "Sở",
          "UBND",
          "Trường",
          "Đảng ủy",
          "Chi bộ",
          "Hội",
          "Công ty",
          "Tập đoàn",
          "Viện",
          "ông",
          "bà",
          "đồng chí",
          "TS.",
          "PGS.TS",
          "Nguyễn",
          "Trần",
          "Hồ Chí Minh",
          "Tổng cục trưởng",
          "Bộ trưởng",
          "Phó",
          "nguyên",
          "Luật",
          "Đề án",
          "số",
          "Nghị định",
          "Quyết định số",
          "24/CT-TTg",
          "ngày",
          "năm 2020",
          "giai đoạn 2021-2030",
          "của",
          "và",
          "thuộc",
          "tỉnh",
          "các",
          "Ảnh:",
          "GDNN",
          "LĐ-TB&XH",
          "(sau đây gọi là",
          "A",
          "NGUYỄN",
          "TỔNG CỤC",
          "giáo dục nghề nghiệp",
          "tổ chức",
          "Hà Nội",
          "phê duyệt");

  private static final Path TRAINING = Path.of("..", "seeds", "training");

  private static final List<MarkedFile> ARTICLES = articles(TRAINING);

  private static final List<String> SENTENCES =
      ARTICLES.stream()
          .flatMap(article -> article.body().lines())
          .filter(line -> !line.isBlank())
          .toList();

  private static final List<String> WORDS =
      SENTENCES.stream().flatMap(line -> Stream.of(line.split(" "))).distinct().toList();

  private Texts() {}

  /** The articles that were written to learn from, without their marks. */
  static List<MarkedFile> articles() {
    return ARTICLES;
  }

  private static List<MarkedFile> articles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<MarkedFile> articles = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        articles.add(MarkedFile.parse(file.toString(), Files.readString(file)));
      }
      return articles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One sentence of an article. */
  static Arbitrary<String> sentence() {
    return Arbitraries.of(SENTENCES);
  }

  /** A sentence or a few, a line each. */
  static Arbitrary<String> sentences() {
    return sentence().list().ofMinSize(1).ofMaxSize(4).map(lines -> String.join("\n", lines));
  }

  /** Anything at all. */
  static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, characters()),
        net.jqwik.api.Tuple.of(2, jumble()),
        net.jqwik.api.Tuple.of(2, marred()));
  }

  private static Arbitrary<String> characters() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(200),
        Arbitraries.strings().withCharRange('\u0000', '\uFFFF').ofMaxLength(200),
        Arbitraries.strings().withCharRange('\u0000', '\u036F').ofMaxLength(200),
        Arbitraries.strings().withCharRange('\u1EA0', '\u206F').ofMaxLength(200));
  }

  /** Words and signs in any order, some of them glued together, some many times over. */
  private static Arbitrary<String> jumble() {
    Arbitrary<String> piece =
        Combinators.combine(
                Arbitraries.oneOf(
                    Arbitraries.of(ODD), Arbitraries.of(TRIGGERS), Arbitraries.of(WORDS)),
                Arbitraries.of("", " ", " ", " ", "\n"),
                Arbitraries.frequency(
                    net.jqwik.api.Tuple.of(30, 1),
                    net.jqwik.api.Tuple.of(2, 3),
                    net.jqwik.api.Tuple.of(1, 40)))
            .as((word, gap, times) -> (word + gap).repeat(times));
    return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  /** A sentence with odd signs put into it anywhere. */
  private static Arbitrary<String> marred() {
    return Combinators.combine(
            sentence(),
            Arbitraries.of(ODD).list().ofMinSize(1).ofMaxSize(6),
            Arbitraries.integers().between(0, 10_000).list().ofSize(6))
        .as(
            (text, signs, places) -> {
              StringBuilder marred = new StringBuilder(text);
              for (int i = 0; i < signs.size(); i++) {
                marred.insert(places.get(i) % (marred.length() + 1), signs.get(i));
              }
              return marred.toString();
            });
  }
}
