package vn.gdnn.newswire.enrich.office;

import java.util.ArrayList;
import java.util.List;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.tag.Tagger;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Finds offices by their words, in any capitals. They are no tags, but they keep {@code Tổng cục}
 * of {@code Tổng cục trưởng} from being a unit, and they stand beside people.
 */
public final class OfficeTagger implements Tagger {

  private final Phrases titles = Phrases.beside(OfficeTagger.class, "titles.txt");

  @Override
  public List<Candidate> tag(Passage passage) {
    Tokens tokens = passage.tokens();
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      Phrases.Match match = titles.longest(tokens, i);
      if (match != null) {
        boolean sole = match.value().equals("sole");
        found.add(
            new Candidate(
                Candidate.Sort.OFFICE,
                i,
                match.end(),
                sole ? "office/sole" : "office/any",
                sole ? 0.99 : 0.95));
        i = match.end() - 1;
      }
    }
    return found;
  }
}
