package vn.gdnn.newswire.enrich.sequence;

import vn.gdnn.newswire.enrich.person.PersonTagger;
import vn.gdnn.newswire.enrich.plan.PlanTagger;
import vn.gdnn.newswire.enrich.unit.UnitTagger;
import vn.gdnn.newswire.enrich.vietnamese.PhraseMarks;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.SyllablePairs;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/** The taggers' word lists, as the model sees them: which of them have a phrase at a token. */
final class Lists {

  /** A phrase begins here that units or plans begin with. */
  static final int HEADS = 1 | 2;

  private final PhraseMarks all = new PhraseMarks();
  private final Phrases somewhere = Phrases.beside(PersonTagger.class, "not-before.txt");

  Lists() {
    all.add(UnitTagger.class, "heads.txt", value -> 1);
    all.add(PlanTagger.class, "types.txt", value -> 2);
    all.add(UnitTagger.class, "stops.txt", value -> 4);
    all.add(UnitTagger.class, "areas.txt", value -> 8);
    all.add(UnitTagger.class, "nothing.txt", value -> 16);
    all.add(PlanTagger.class, "ends.txt", value -> 32);
    all.add(Phrases.class, "honorifics.txt", value -> 64);
    all.add(UnitTagger.class, "verbs.txt", value -> 1024);
    all.add(Phrases.class, "surnames.txt", value -> value.equals("common") ? 128 : 256);
  }

  /** Whether a token and the one before it stand together in a compound. */
  boolean isWord(Tokens tokens, int i) {
    return SyllablePairs.isCompound(tokens, i);
  }

  /**
   * A bit for each list that has a phrase which begins at a token, and one for a word of places
   * ({@code phố}, {@code phường}) right before it; eleven bits.
   */
  int at(Tokens tokens, int i) {
    boolean place = tokens.isCapital(i) && somewhere.endsBefore(tokens, i, 3);
    return all.at(tokens, i) | (place ? 512 : 0);
  }
}
