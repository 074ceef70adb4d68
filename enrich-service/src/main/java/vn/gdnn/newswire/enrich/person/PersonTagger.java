package vn.gdnn.newswire.enrich.person;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Gazetteer;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Candidate.Sort;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.tag.Tagger;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.enrich.vietnamese.Tokens.Shape;
import vn.gdnn.newswire.events.Field;

/**
 * Finds people: a name of the registry, a surname with capitalised syllables, capitalised words
 * behind a title, an honorific or a credit, and a byline. Runs after the taggers of offices and
 * units, since a name may stand behind both ({@code Bộ trưởng Bộ … Đào Văn A}).
 */
public final class PersonTagger implements Tagger {

  private static final String AND = Syllables.key("và");
  private static final String THI = Syllables.key("thị");

  /** Syllables of the longest name looked for. */
  private static final int LONGEST = 5;

  private final Phrases surnames = Phrases.surnames();
  private final Phrases honorifics = Phrases.honorifics();
  private final Phrases countries = Phrases.countries();
  private final Phrases notBefore = Phrases.beside(PersonTagger.class, "not-before.txt");
  private final Phrases credits = Phrases.beside(PersonTagger.class, "credits.txt");
  private final Phrases notNames = Phrases.beside(PersonTagger.class, "not-names.txt");

  private final Phrases openers = Phrases.beside(PersonTagger.class, "openers.txt");
  private final WordPairs words;

  /** Learns from the registry which syllables make words of two. */
  public PersonTagger(Gazetteer gazetteer) {
    this.words = gazetteer.pairs();
  }

  @Override
  public List<Candidate> tag(Passage passage) {
    Tokens tokens = passage.tokens();
    List<Candidate> found = new ArrayList<>();
    int byline = passage.field() == Field.BODY ? bylineStart(passage) : tokens.count();
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.isCapital(i)) {
        continue;
      }
      Candidate person = personAt(passage, i);
      if (person == null && i == byline) {
        person = new Candidate(Sort.PERSON, i, tokens.count(), "person/byline", 0.7);
      }
      if (person != null) {
        found.add(person);
        i = person.end() - 1;
      }
    }
    return found;
  }

  private @Nullable Candidate personAt(Passage passage, int i) {
    Tokens tokens = passage.tokens();
    boolean somewhere = notBefore.endsBefore(tokens, i, 3);
    Candidate known = somewhere ? null : registryPerson(passage, i);
    if (known != null) {
      return known;
    }
    int honorific = honorifics.startBefore(tokens, i, 6);
    if (honorific < i) {
      boolean weak = "weak".equals(valueOf(tokens, honorific));
      int end = nameEnd(passage, i, true);
      boolean given =
          weak && end > i && !tokens.startsSentence(honorific) && standsAlone(tokens, i);
      if (end - i >= (weak ? 2 : 1) || given) {
        return new Candidate(Sort.PERSON, i, end, "person/honorific", weak ? 0.75 : 0.92);
      }
    }
    boolean inside =
        tokens.isCapital(i - 1) && !tokens.startsSentence(i) && passage.before(i) == null;
    if (!somewhere && !inside && surnames.beginsAt(tokens, i)) {
      int end = nameEnd(passage, i, false);
      if (end - i >= 2 && passage.placeEnd(i) == i) {
        return new Candidate(Sort.PERSON, i, end, "person/surname", end - i > 2 ? 0.9 : 0.7);
      }
    }
    if (isBesideOffice(passage, i) && !countries.beginsAt(tokens, i)) {
      int end = nameEnd(passage, i, true);
      if (end - i >= 2) {
        return new Candidate(Sort.PERSON, i, end, "person/office", 0.85);
      }
    }
    if (credits.endsBefore(tokens, i, 4)) {
      int end = nameEnd(passage, i, true);
      if (end - i >= 2) {
        return new Candidate(Sort.PERSON, i, end, "person/credit", 0.8);
      }
    }
    return null;
  }

  /** {@code Kỹ thuật} and {@code Trường THPT} are no given names. */
  private boolean standsAlone(Tokens tokens, int i) {
    boolean ends = tokens.startsSentence(i + 1) || !tokens.isWord(i + 1);
    return ends || tokens.shape(i + 1) == Shape.LOWER && !words.follow(tokens, i + 1);
  }

  private @Nullable String valueOf(Tokens tokens, int from) {
    Phrases.Match match = honorifics.longest(tokens, from);
    return match == null ? null : match.value();
  }

  private @Nullable Candidate registryPerson(Passage passage, int i) {
    for (Hit hit : passage.hitsAt(i)) {
      List<Entry> people = hit.entries().stream().filter(Entry.Person.class::isInstance).toList();
      boolean longer =
          passage.tokens().shape(hit.end()) == Shape.CAPITAL
              && !passage.tokens().startsSentence(hit.end())
              && surnames.beginsAt(passage.tokens(), i)
              && nameEnd(passage, i, false) > hit.end();
      if (!people.isEmpty() && hit.sameCapitals() && !longer) {
        return new Candidate(Sort.PERSON, i, hit.end(), "person/registry", 0.98, people);
      }
    }
    return null;
  }

  /** Behind an office, the unit or the country of an office, with nothing between. */
  private boolean isBesideOffice(Passage passage, int i) {
    Tokens tokens = passage.tokens();
    if (tokens.startsSentence(i)) {
      return false;
    }
    Candidate before = passage.before(i);
    if (before == null) {
      int country = countries.startBefore(tokens, i, 4);
      Candidate office = country < i ? passage.before(country) : null;
      return office != null && office.sort() == Sort.OFFICE;
    }
    if (before.sort() == Sort.UNIT) {
      before = passage.before(before.start());
    }
    return before != null && before.sort() == Sort.OFFICE;
  }

  /**
   * Where the run of capitalised words from a token ends; the token itself when it can be no name:
   * a unit, an office or a place begins there, or it is an initial.
   */
  private int nameEnd(Passage passage, int from, boolean foreignToo) {
    Tokens tokens = passage.tokens();
    boolean shouted = tokens.shape(from) == Shape.UPPER;
    if (shouted && !isShouted(tokens, from)) {
      return from;
    }
    int i = from;
    int syllables = 0;
    while (i < tokens.count() && syllables < LONGEST) {
      boolean begins = i > from && tokens.startsSentence(i);
      boolean written = tokens.shape(i) == (shouted ? Shape.UPPER : Shape.CAPITAL);
      if (begins || !written || breaksName(passage, from, i)) {
        break;
      }
      syllables++;
      i++;
      boolean hyphen = tokens.is(i, "-") && !tokens.hasGap(i) && !tokens.hasGap(i + 1);
      if (foreignToo && hyphen && tokens.isCapital(i + 1)) {
        i++;
      }
    }
    if (tokens.is(i, "-") && !tokens.hasGap(i) && !tokens.hasGap(i + 1)) {
      return from;
    }
    boolean goesOn = tokens.shape(i) == Shape.UPPER && !tokens.startsSentence(i);
    if (shouted && goesOn && syllables > 3) {
      i = from + (tokens.is(from + 1, THI) ? 4 : 3);
    }
    if (i > from + 1 && tokens.shape(i) == Shape.LOWER && !tokens.startsSentence(i)) {
      boolean word =
          words.follow(tokens, i) && !tokens.is(i, AND) || openers.beginsAt(tokens, i - 1);
      i = word && !words.follow(tokens, i - 1) ? i - 1 : i;
    }
    boolean initial = i > from && tokens.key(i - 1).length() == 1;
    boolean cutOff = initial && (tokens.is(i, ".") || i - from == 1);
    return cutOff || notNames.endOf(tokens, from) >= i ? from : i;
  }

  private boolean breaksName(Passage passage, int from, int i) {
    Candidate other = passage.at(i);
    if (other == null) {
      return false;
    }
    boolean surname = surnames.beginsAt(passage.tokens(), from);
    return switch (other.sort()) {
      case OFFICE -> true;
      case UNIT -> i > from || other.length() > 1 && !surname || other.length() > 2;
      case NOTHING -> i == from ? !surname : other.length() > 1 && !surname;
      default -> false;
    };
  }

  /** A line in capitals throughout, such as a headline: then {@code HỒNG} is no abbreviation. */
  private static boolean isShouted(Tokens tokens, int i) {
    return tokens.shape(i + 1) == Shape.UPPER || tokens.shape(i - 1) == Shape.UPPER;
  }

  /** The last sentence, where it is nothing but two to four capitalised syllables. */
  private int bylineStart(Passage passage) {
    Tokens tokens = passage.tokens();
    int none = tokens.count();
    for (int n = 2; n <= 4 && n < tokens.count(); n++) {
      int from = tokens.count() - n;
      if (tokens.shape(from) != Shape.CAPITAL) {
        return none;
      }
      if (tokens.startsSentence(from)) {
        boolean whole = nameEnd(passage, from, false) == tokens.count();
        return whole && passage.at(from) == null ? from : none;
      }
    }
    return none;
  }
}
