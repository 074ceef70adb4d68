package vn.gdnn.newswire.enrich.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.enrich.sequence.Calibration;
import vn.gdnn.newswire.enrich.sequence.SequenceModel;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.events.Kind;

/** What models say of articles they have not seen, beside what is marked there. */
final class Trials {

  private final ArticleTagger rules;
  private final List<Calibration.Trial> trials = new ArrayList<>();

  Trials(ArticleTagger rules) {
    this.rules = rules;
  }

  void add(MarkedFile file, SequenceModel unaware) {
    Set<RawSpan> marked = new HashSet<>(file.gold());
    ArticleTagger.Rules read = rules.byRules(file.title(), file.body());
    for (int i = 0; i < read.passages().size(); i++) {
      Passage passage = read.passages().get(i);
      int shift = i == 0 ? file.titleStart() : file.bodyStart();
      for (SequenceModel.Span span :
          unaware.read(passage, read.candidates().get(i), rules.pairs())) {
        RawSpan said =
            new RawSpan(
                Kind.valueOf(span.sort().name()),
                passage.tokens().start(span.start()) + shift,
                passage.tokens().end(span.end() - 1) + shift);
        trials.add(new Calibration.Trial(span.probability(), marked.contains(said)));
      }
    }
  }

  /** Takes another's trials in. */
  void addAll(Trials others) {
    trials.addAll(others.trials);
  }

  Calibration calibration() {
    return Calibration.of(trials);
  }
}
