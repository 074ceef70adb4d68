package vn.gdnn.newswire.quickstart.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.enrich.score.Resolution;
import vn.gdnn.newswire.enrich.score.ResolutionFile;
import vn.gdnn.newswire.enrich.score.ResolutionScorer;
import vn.gdnn.newswire.enrich.score.Said;
import vn.gdnn.newswire.enrich.score.Score;
import vn.gdnn.newswire.enrich.score.Scorer;
import vn.gdnn.newswire.enrich.training.CrossValidation;
import vn.gdnn.newswire.enrich.training.TrainModel;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** A folder of files marked by hand ({@code *.txt}, at any depth), to score a tagger on. */
public record MarkedFolder(Path folder) {

  /**
   * What a tagger did.
   *
   * @param names which names it found
   * @param resolution what names and offices were resolved to, where a {@code .tsv} file of
   *     questions stands beside a marked file; empty where none does
   */
  public record Scores(Score names, Optional<Resolution> resolution) {}

  /** Scores a tagger, file by file, by their sources. */
  public Scores score(FileTagger tagger, Optional<Path> marked, Consumer<String> progress) {
    return score(file -> tagger, MarkedFile::group, marked, progress);
  }

  /**
   * Scores on each style (a folder in this one) a tagger that learned from all the others.
   *
   * @param tagger what reads the files, given what tags them
   */
  public Scores scoreWithoutStyle(
      Function<ArticleTagger, FileTagger> tagger,
      Optional<Path> marked,
      Consumer<String> progress) {
    List<MarkedFile> all = files().stream().map(this::parse).toList();
    CrossValidation validation;
    try {
      validation =
          CrossValidation.of(
              RegistryFiles.packaged(),
              all,
              style -> progress.accept("Learning without %s …".formatted(style)));
    } catch (IllegalArgumentException oneStyle) {
      throw new Refusal("%s: %s.".formatted(folder, oneStyle.getMessage()), oneStyle);
    }
    Map<String, FileTagger> last = new HashMap<>();
    Function<MarkedFile, FileTagger> by =
        file -> {
          String style = TrainModel.style(file);
          if (!last.containsKey(style)) {
            last.clear();
            last.put(style, tagger.apply(validation.without(style)));
          }
          return Objects.requireNonNull(last.get(style));
        };
    return score(by, TrainModel::style, marked, progress);
  }

  /**
   * Scores.
   *
   * @param by what tags a file
   * @param group which files it is counted with
   * @param marked where to write each file with the predicted marks in place of the given ones,
   *     under its own name
   * @param progress told each file's name before it is tagged
   */
  private Scores score(
      Function<MarkedFile, FileTagger> by,
      Function<MarkedFile, String> group,
      Optional<Path> marked,
      Consumer<String> progress) {
    marked.filter(this::isSameFolder).ifPresent(MarkedFolder::refuseToOverwrite);
    List<Path> files = files();
    FileTagger first = by.apply(parse(files.get(0)));
    Scorer scorer = new Scorer(first::knows);
    ResolutionScorer resolution = new ResolutionScorer();
    boolean asked = false;
    for (Path file : files) {
      MarkedFile parsed = parse(file);
      progress.accept("Tagging " + parsed.name());
      FileTagger.Read read = by.apply(parsed).read(parsed);
      scorer.add(parsed, read.said(), group.apply(parsed));
      List<RawSpan> spans = read.said().stream().map(Said::span).toList();
      marked.ifPresent(out -> write(out.resolve(parsed.name()), parsed.mark(spans)));
      Path table = file.resolveSibling(file.getFileName().toString().replaceFirst("txt$", "tsv"));
      if (Files.isRegularFile(table)) {
        add(resolution, folder.relativize(table).toString(), TextFile.read(table), read);
        asked = true;
      }
    }
    return new Scores(scorer.score(), asked ? Optional.of(resolution.score()) : Optional.empty());
  }

  private static void add(
      ResolutionScorer scorer, String name, String table, FileTagger.Read article) {
    try {
      scorer.add(
          ResolutionFile.parse(name, table, article.title(), article.body()),
          ResolutionScorer.answers(article.title(), article.found(), article.day()));
    } catch (IllegalArgumentException wrongQuestion) {
      throw new Refusal(wrongQuestion.getMessage() + ".", wrongQuestion);
    }
  }

  private boolean isSameFolder(Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(folder, other);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void refuseToOverwrite(Path out) {
    throw new Refusal(
        "%s holds the given marks, which would be lost: give another folder.".formatted(out));
  }

  private MarkedFile parse(Path file) {
    try {
      String name = folder.relativize(file).toString().replace('\\', '/');
      return MarkedFile.parse(name, TextFile.read(file));
    } catch (IllegalArgumentException wrongMark) {
      throw new Refusal(wrongMark.getMessage() + ".", wrongMark);
    }
  }

  private List<Path> files() {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files =
          new ArrayList<>(
              paths
                  .filter(Files::isRegularFile)
                  .filter(file -> file.toString().endsWith(".txt"))
                  .sorted()
                  .toList());
      if (files.isEmpty()) {
        throw new Refusal("%s holds no .txt file.".formatted(folder));
      }
      return files;
    } catch (IOException | UncheckedIOException unreadable) {
      throw new Refusal("There is no folder %s that can be read.".formatted(folder), unreadable);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new Refusal(
          "%s can't be written (%s).".formatted(file, unwritable.getMessage()), unwritable);
    }
  }
}
