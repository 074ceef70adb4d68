package vn.gdnn.newswire.enrich.tag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Gazetteer;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Field;

/** One text of an article on its way through the taggers. Used by one thread. */
public final class Passage {

  private final Field field;
  private final Tokens tokens;
  private final List<Hit> hits;
  private final int[] firstHit;
  private final List<Candidate> candidates = new ArrayList<>();
  private final @Nullable Candidate[] longestAt;
  private final @Nullable Candidate[] longestBefore;

  /** Cuts a text and looks its names up. */
  public Passage(Field field, String text, Gazetteer gazetteer) {
    this.field = field;
    this.tokens = Tokens.of(text);
    this.hits = gazetteer.hits(tokens);
    this.firstHit = new int[tokens.count() + 1];
    int hit = 0;
    for (int i = 0; i <= tokens.count(); i++) {
      while (hit < hits.size() && hits.get(hit).start() < i) {
        hit++;
      }
      firstHit[i] = hit;
    }
    this.longestAt = new Candidate[tokens.count() + 1];
    this.longestBefore = new Candidate[tokens.count() + 1];
  }

  /** Which text it is. */
  public Field field() {
    return field;
  }

  /** The text's tokens. */
  public Tokens tokens() {
    return tokens;
  }

  /** Names of the registry that begin at a token, longest first. */
  public List<Hit> hitsAt(int token) {
    return token >= tokens.count() ? List.of() : hits.subList(firstHit[token], firstHit[token + 1]);
  }

  /** Where the longest place name that begins at a token ends; the token itself when none does. */
  public int placeEnd(int token) {
    for (Hit hit : hitsAt(token)) {
      if (hit.sameCapitals() && hit.entries().get(0) instanceof Entry.Place) {
        return hit.end();
      }
    }
    return token;
  }

  /** Takes a tagger's candidates in. */
  public void add(List<Candidate> found) {
    for (Candidate candidate : found) {
      candidates.add(candidate);
      if (isLonger(candidate, longestAt[candidate.start()])) {
        longestAt[candidate.start()] = candidate;
      }
      if (isLonger(candidate, longestBefore[candidate.end()])) {
        longestBefore[candidate.end()] = candidate;
      }
    }
  }

  private static boolean isLonger(Candidate candidate, @Nullable Candidate than) {
    return than == null || candidate.length() > than.length();
  }

  /** Everything found so far. */
  public List<Candidate> candidates() {
    return candidates;
  }

  /** The longest candidate found so far that begins at a token, or null. */
  public @Nullable Candidate at(int token) {
    return token < 0 || token > tokens.count() ? null : longestAt[token];
  }

  /** The longest candidate found so far that ends right before a token, or null. */
  public @Nullable Candidate before(int token) {
    return token < 0 || token > tokens.count() ? null : longestBefore[token];
  }
}
