package vn.gdnn.newswire.enrich.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.sequence.SequenceModel;

/**
 * For each style (a folder of marked articles) a tagger that learned from all the others: what it
 * makes of the style says how it does on text of a kind it has not seen. The rules are everybody's;
 * they have been written with all styles in view.
 */
public final class CrossValidation {

  private final Registry registry;
  private final ArticleTagger rules;
  private final Map<String, byte[]> models = new LinkedHashMap<>();
  private final Map<String, Trials> trials = new LinkedHashMap<>();

  private CrossValidation(Registry registry) {
    this.registry = registry;
    this.rules = new ArticleTagger(registry);
  }

  /**
   * Learns a model for each style.
   *
   * @param progress told each style before its model is made
   * @throws IllegalArgumentException when the files are of fewer than two styles
   */
  public static CrossValidation of(
      Registry registry, List<MarkedFile> files, Consumer<String> progress) {
    Map<String, List<MarkedFile>> styles =
        files.stream()
            .collect(
                Collectors.groupingBy(TrainModel::style, LinkedHashMap::new, Collectors.toList()));
    if (styles.size() < 2) {
      throw new IllegalArgumentException(
          "to leave a style out takes two folders of marked files, or more");
    }
    CrossValidation validation = new CrossValidation(registry);
    TrainModel training = new TrainModel(registry, files);
    styles.forEach(
        (style, own) -> {
          progress.accept(style);
          SequenceModel unaware = training.withoutStyle(style);
          Trials tried = new Trials(validation.rules);
          own.forEach(file -> tried.add(file, unaware));
          validation.models.put(style, bytes(unaware));
          validation.trials.put(style, tried);
        });
    return validation;
  }

  /**
   * A tagger that saw no article of a style. What its confidence is worth was measured on the other
   * styles, each by the model without it.
   */
  public ArticleTagger without(String style) {
    byte[] model = models.get(style);
    if (model == null) {
      throw new IllegalArgumentException("there is no style " + style);
    }
    Trials others = new Trials(rules);
    trials.forEach(
        (other, tried) -> {
          if (!other.equals(style)) {
            others.addAll(tried);
          }
        });
    return new ArticleTagger(registry, read(model).with(others.calibration()));
  }

  /** As bytes: a model takes eight times as much to use as to keep. */
  private static byte[] bytes(SequenceModel model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      model.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static SequenceModel read(byte[] model) {
    try {
      return SequenceModel.read(new ByteArrayInputStream(model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
