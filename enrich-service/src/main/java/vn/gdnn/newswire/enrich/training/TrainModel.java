package vn.gdnn.newswire.enrich.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.sequence.SequenceModel;
import vn.gdnn.newswire.enrich.sequence.Trainer;

/**
 * Makes the model: learns from all marked articles, and calibrates by what models that never saw an
 * article make of it. The same files give the same bytes.
 */
public final class TrainModel {

  /** Models that calibrate: each leaves out every so-manieth article. */
  private static final int FOLDS = 4;

  private final ArticleTagger rules;
  private final List<MarkedFile> files;
  private final Trainer.Settings settings;

  /** Trains on marked articles with a registry's rules beside. */
  public TrainModel(Registry registry, List<MarkedFile> files) {
    this(registry, files, Trainer.Settings.USUAL);
  }

  /** The same, by some settings. */
  public TrainModel(Registry registry, List<MarkedFile> files, Trainer.Settings settings) {
    this.settings = settings;
    this.rules = new ArticleTagger(registry);
    this.files = List.copyOf(files);
  }

  /**
   * Trains on a folder and writes the model; a step of the build. Does nothing when the model was
   * made from just these files by just this code.
   *
   * @param args the folder of marked articles, the folder of the registry, the file to write, and a
   *     file that remembers from what it was made
   */
  public static void main(String... args) throws IOException {
    Path text = Path.of(args[0]);
    Path registry = Path.of(args[1]);
    Path file = Path.of(args[2]);
    Path memory = Path.of(args[3]);
    String inputs = Inputs.digest(text, registry);
    boolean made = Files.exists(file) && Files.exists(memory);
    if (made && Files.readString(memory).equals(inputs)) {
      return;
    }
    TrainModel training = new TrainModel(RegistryFiles.folder(registry), TrainingText.read(text));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path half = Files.createTempFile(memory.toAbsolutePath().getParent(), "model", ".half");
    try (OutputStream out = Files.newOutputStream(half)) {
      training.calibrated().write(out);
    }
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(memory, inputs);
  }

  /** The model of all articles, calibrated. */
  public SequenceModel calibrated() {
    List<SequenceModel> models = new ArrayList<>();
    Map<MarkedFile, Integer> folds = new IdentityHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      folds.put(files.get(i), i % FOLDS);
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      int without = fold;
      models.add(without(file -> folds.getOrDefault(file, -1) == without));
    }
    Trials trials = new Trials(rules);
    for (MarkedFile file : files) {
      trials.add(file, models.get(folds.getOrDefault(file, 0)));
    }
    return without(file -> false).with(trials.calibration());
  }

  /** A model that saw no article of a style, not calibrated. */
  SequenceModel withoutStyle(String style) {
    return without(file -> style(file).equals(style));
  }

  /** The folder an article lies in. */
  public static String style(MarkedFile file) {
    int slash = file.name().indexOf('/');
    return slash < 0 ? "" : file.name().substring(0, slash);
  }

  private SequenceModel without(Predicate<MarkedFile> held) {
    Trainer trainer = new Trainer(settings);
    for (MarkedFile file : files) {
      if (!held.test(file)) {
        TrainingText.teach(trainer, rules, file);
      }
    }
    return trainer.train();
  }
}
