package vn.gdnn.newswire.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;

/**
 * Apache OpenNLP's name finder with its own default features, a perceptron, on the same text: the
 * system to compare with. Used by one thread.
 */
public final class OpenNlp {

  private static final SimpleTokenizer TOKENIZER = SimpleTokenizer.INSTANCE;

  private final NameFinderME finder;

  OpenNlp(Path model) throws IOException {
    this.finder = new NameFinderME(new TokenNameFinderModel(model));
  }

  /** Trains on marked articles and writes the model. */
  public static void train(List<MarkedFile> articles, Path model) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, PerceptronTrainer.PERCEPTRON_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    List<NameSample> samples = new ArrayList<>();
    articles.forEach(article -> samples.addAll(samples(article)));
    NameFinderME.train(
            "vi",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            parameters,
            new TokenNameFinderFactory())
        .serialize(model);
  }

  /** The sentences of an article as OpenNLP wants them. */
  static List<NameSample> samples(MarkedFile article) {
    List<NameSample> samples = new ArrayList<>();
    String text = article.body();
    boolean first = true;
    for (int[] sentence : sentences(text)) {
      Span[] tokens = TOKENIZER.tokenizePos(text.substring(sentence[0], sentence[1]));
      if (tokens.length == 0) {
        continue;
      }
      List<Span> names = new ArrayList<>();
      for (RawSpan gold : article.gold()) {
        int from = gold.start() - article.bodyStart() - sentence[0];
        int to = gold.end() - article.bodyStart() - sentence[0];
        Span name = covering(tokens, from, to, gold.kind().name().toLowerCase(Locale.ROOT));
        if (name != null) {
          names.add(name);
        }
      }
      String[] words = words(text, sentence[0], tokens);
      samples.add(new NameSample(words, names.toArray(new Span[0]), null, first));
      first = false;
    }
    return samples;
  }

  private static @Nullable Span covering(Span[] tokens, int from, int to, String kind) {
    int start = -1;
    int end = -1;
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i].getStart() >= from && tokens[i].getEnd() <= to) {
        start = start < 0 ? i : start;
        end = i + 1;
      }
    }
    return start < 0 ? null : new Span(start, end, kind);
  }

  /** Where sentences begin and end: at a line's end, and behind a full stop before a space. */
  static List<int[]> sentences(String text) {
    List<int[]> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean stop =
          (c == '.' || c == '!' || c == '?')
              && i + 1 < text.length()
              && Character.isWhitespace(text.charAt(i + 1));
      if (stop || c == '\n') {
        int end = c == '\n' ? i : i + 1;
        if (end > from) {
          sentences.add(new int[] {from, end});
        }
        from = i + 1;
      }
    }
    if (from < text.length()) {
      sentences.add(new int[] {from, text.length()});
    }
    return sentences;
  }

  private static String[] words(String text, int start, Span[] tokens) {
    String[] words = new String[tokens.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = text.substring(start + tokens[i].getStart(), start + tokens[i].getEnd());
    }
    return words;
  }

  /** Finds the names of an article; gives how many. From text to spans, like the tagger. */
  int names(String title, String body) {
    int names = namesIn(title) + namesIn(body);
    finder.clearAdaptiveData();
    return names;
  }

  private int namesIn(String text) {
    int names = 0;
    for (int[] sentence : sentences(text)) {
      Span[] tokens = TOKENIZER.tokenizePos(text.substring(sentence[0], sentence[1]));
      if (tokens.length > 0) {
        names += finder.find(words(text, sentence[0], tokens)).length;
      }
    }
    return names;
  }
}
