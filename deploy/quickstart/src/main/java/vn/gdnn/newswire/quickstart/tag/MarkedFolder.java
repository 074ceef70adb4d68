package vn.gdnn.newswire.quickstart.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.enrich.score.RawTagger;
import vn.gdnn.newswire.enrich.score.Resolution;
import vn.gdnn.newswire.enrich.score.ResolutionFile;
import vn.gdnn.newswire.enrich.score.ResolutionScorer;
import vn.gdnn.newswire.enrich.score.Score;
import vn.gdnn.newswire.enrich.score.Scorer;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** A folder of files marked by hand ({@code *.txt}, at any depth), to score a tagger on. */
public record MarkedFolder(Path folder) {

  /**
   * Scores a tagger.
   *
   * @param marked where to write each file with the predicted marks in place of the given ones,
   *     under its own name
   * @param progress told each file's name before it is tagged
   */
  public Score score(RawTagger tagger, Optional<Path> marked, Consumer<String> progress) {
    marked.filter(this::isSameFolder).ifPresent(MarkedFolder::refuseToOverwrite);
    Scorer scorer = new Scorer();
    for (Path file : files()) {
      String name = folder.relativize(file).toString();
      progress.accept(name);
      MarkedFile parsed = parse(name, file);
      List<RawSpan> found = tagger.tag(parsed);
      scorer.add(parsed, found);
      marked.ifPresent(out -> write(out.resolve(name), parsed.mark(found)));
    }
    return scorer.score();
  }

  /**
   * Scores what names and offices are resolved to, where a {@code .tsv} file of questions stands
   * beside a marked file; empty where none does.
   */
  public Optional<Resolution> resolution(FileTagger tagger) {
    ResolutionScorer scorer = new ResolutionScorer();
    boolean asked = false;
    for (Path file : files()) {
      Path table = file.resolveSibling(file.getFileName().toString().replaceFirst("txt$", "tsv"));
      if (Files.isRegularFile(table)) {
        MarkedFile marked = parse(folder.relativize(file).toString(), file);
        add(scorer, folder.relativize(table).toString(), TextFile.read(table), tagger.read(marked));
        asked = true;
      }
    }
    return asked ? Optional.of(scorer.score()) : Optional.empty();
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

  private static MarkedFile parse(String name, Path file) {
    try {
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
