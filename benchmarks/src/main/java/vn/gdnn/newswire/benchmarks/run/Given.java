package vn.gdnn.newswire.benchmarks.run;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.gdnn.newswire.benchmarks.text.Articles;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.score.MarkedFile;

/**
 * What a timed process is to work on. It gets this in system properties, since it is a process of
 * its own.
 *
 * @param articles folders with the articles to tag
 * @param openNlp the file with OpenNLP's model
 */
public record Given(List<Path> articles, Path openNlp) {

  private static final String ARTICLES = "bench.articles";
  private static final String OPENNLP = "bench.opennlp";

  /** The day of articles that don't say theirs. */
  static final LocalDate DAY = LocalDate.of(2020, 6, 11);

  /** Copies the list. */
  public Given {
    articles = List.copyOf(articles);
  }

  static Given ofThisProcess() {
    String folders = System.getProperty(ARTICLES, "");
    return new Given(
        Arrays.stream(folders.split(File.pathSeparator)).map(Path::of).toList(),
        Path.of(System.getProperty(OPENNLP, "")));
  }

  List<String> asProperties() {
    String folders =
        articles.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return List.of("-D" + ARTICLES + "=" + folders, "-D" + OPENNLP + "=" + openNlp);
  }

  List<MarkedFile> read() {
    return Articles.read(articles);
  }

  static LocalDate dayOf(MarkedFile article) {
    return article.date().orElse(DAY);
  }

  /** The tagger with a registry of a folder, or with the one that is packaged with it. */
  static ArticleTagger tagger(String registry) {
    return registry.isEmpty()
        ? ArticleTagger.packaged()
        : new ArticleTagger(RegistryFiles.folder(Path.of(registry)), ArticleTagger.packagedModel());
  }
}
