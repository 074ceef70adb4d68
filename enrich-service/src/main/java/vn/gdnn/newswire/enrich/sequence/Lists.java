package vn.gdnn.newswire.enrich.sequence;

import vn.gdnn.newswire.enrich.person.PersonTagger;
import vn.gdnn.newswire.enrich.plan.PlanTagger;
import vn.gdnn.newswire.enrich.unit.UnitTagger;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.SyllablePairs;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/** The taggers' word lists, as the model sees them: which of them have a phrase at a token. */
final class Lists {

  /** A phrase begins here that units or plans begin with. */
  static final int HEADS = 1 | 2;

  private final Phrases all = new Phrases();
  private final Phrases somewhere = Phrases.beside(PersonTagger.class, "not-before.txt");

  Lists() {
    add(Phrases.beside(UnitTagger.class, "heads.txt"), 1);
    add(Phrases.beside(PlanTagger.class, "types.txt"), 2);
    add(Phrases.beside(UnitTagger.class, "stops.txt"), 4);
    add(Phrases.beside(UnitTagger.class, "areas.txt"), 8);
    add(Phrases.beside(UnitTagger.class, "nothing.txt"), 16);
    add(Phrases.beside(PlanTagger.class, "ends.txt"), 32);
    add(Phrases.honorifics(), 64);
    add(Phrases.beside(UnitTagger.class, "verbs.txt"), 1024);
    all.addAll(Phrases.surnames(), value -> mark(value.equals("common") ? 128 : 256));
  }

  private void add(Phrases list, int bit) {
    all.addAll(list, value -> mark(bit));
  }

  private static String mark(int bit) {
    return String.valueOf((char) bit);
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
    int[] bits = {tokens.isCapital(i) && somewhere.endsBefore(tokens, i, 3) ? 512 : 0};
    all.eachValue(
        tokens,
        i,
        marks -> {
          for (int k = 0; k < marks.length(); k++) {
            bits[0] |= marks.charAt(k);
          }
        });
    return bits[0];
  }
}
