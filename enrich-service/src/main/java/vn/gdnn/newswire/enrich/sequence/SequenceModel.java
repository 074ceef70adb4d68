package vn.gdnn.newswire.enrich.sequence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Passage;

/**
 * A linear-chain conditional random field over syllables (Lafferty, McCallum, Pereira 2001), first
 * order: reads what the rules found beside the words themselves, and says which names there are and
 * how sure that is. Safe for many threads.
 */
public final class SequenceModel {

  private final Weights weights;
  private final float trust;
  private final Calibration calibration;
  private final Words words;
  private final Lists lists;

  /**
   * Puts a model together.
   *
   * @param trust what the label that the rules chose is worth, see {@link Trainer.Settings}
   */
  SequenceModel(Weights weights, float trust, Calibration calibration, Words words) {
    this(weights, trust, calibration, words, new Lists());
  }

  private SequenceModel(
      Weights weights, float trust, Calibration calibration, Words words, Lists lists) {
    this.words = words;
    this.weights = weights;
    this.trust = trust;
    this.calibration = calibration;
    this.lists = lists;
  }

  /** The same model, its probabilities worth what a calibration says. */
  public SequenceModel with(Calibration measured) {
    return new SequenceModel(weights, trust, measured, words, lists);
  }

  /**
   * Reads a model.
   *
   * @throws IOException when it can't be read or is none
   */
  public static SequenceModel read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16))) {
      Weights weights = Weights.read(data);
      return new SequenceModel(weights, data.readFloat(), Calibration.read(data), Words.read(data));
    }
  }

  /** Writes the model: the same model, the same bytes. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    weights.write(data);
    data.writeFloat(trust);
    calibration.write(data);
    words.write(data);
    data.flush();
  }

  /**
   * A name the model sees.
   *
   * @param probability that it is just this name, from 0 to 1, calibrated
   */
  public record Span(Candidate.Sort sort, int start, int end, double probability) {
    Span from(int later) {
      return new Span(sort, later, end, probability);
    }

    Span to(int earlier) {
      return new Span(sort, start, earlier, probability);
    }
  }

  /** The names in a passage, in reading order. */
  public List<Span> read(Passage passage, List<Candidate> found, WordPairs pairs) {
    Evidence evidence = new Evidence(passage, found, lists, pairs, words);
    List<Span> spans = new ArrayList<>();
    Decoder decoder = new Decoder(weights, trust, calibration);
    evidence.eachStretch((first, end) -> decoder.read(evidence, first, end, spans));
    return spans;
  }
}
