package vn.gdnn.newswire.enrich.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.enrich.sequence.Trainer;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Candidate.Sort;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/** Marked articles to learn from, as they lie in {@code seeds/training}. */
public final class TrainingText {

  private TrainingText() {}

  /**
   * Reads every marked file of a folder and the folders in it, ordered by name.
   *
   * @throws IllegalArgumentException when a file is marked wrongly, with name and line
   */
  public static List<MarkedFile> read(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(path -> path.toString().endsWith(".txt")).sorted().toList();
    }
    List<MarkedFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      files.add(MarkedFile.parse(name, Files.readString(path)));
    }
    return files;
  }

  /** Shows a trainer a marked file, with what the rules of a tagger find in it. */
  public static void teach(Trainer trainer, ArticleTagger tagger, MarkedFile file) {
    ArticleTagger.Rules rules = tagger.byRules(file.title(), file.body());
    for (int i = 0; i < rules.passages().size(); i++) {
      int shift = i == 0 ? file.titleStart() : file.bodyStart();
      Passage passage = rules.passages().get(i);
      trainer.add(
          passage,
          rules.candidates().get(i),
          marked(passage.tokens(), file, shift),
          tagger.pairs());
    }
  }

  /** The marks of a file that lie in a text which begins at {@code shift} of it. */
  private static List<Candidate> marked(Tokens tokens, MarkedFile file, int shift) {
    List<Candidate> marked = new ArrayList<>();
    int token = 0;
    for (RawSpan span : file.gold()) {
      int start = span.start() - shift;
      int end = span.end() - shift;
      while (token < tokens.count() && tokens.end(token) <= start) {
        token++;
      }
      int from = token;
      while (token < tokens.count() && tokens.start(token) < end) {
        token++;
      }
      if (token > from && start >= 0 && end <= tokens.end(tokens.count() - 1)) {
        marked.add(new Candidate(Sort.valueOf(span.kind().name()), from, token, "marked", 1));
      }
    }
    return marked;
  }
}
