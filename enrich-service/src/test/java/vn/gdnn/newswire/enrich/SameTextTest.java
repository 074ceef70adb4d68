package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.SoftAssertions;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;

/** A text written in another way that readers can't see, or hardly, names the same entities. */
class SameTextTest {

  private static final String UNSEEN =
      "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2069\uFEFF";
  private static final Pattern UNSEEN_ONES = Pattern.compile("[" + UNSEEN + "]");
  private static final String SPACES = "\u00A0\u2002\u2007\u2009\u202F\u3000";
  private static final Pattern SPACE = Pattern.compile("[ " + SPACES + "]");
  private static final UnaryOperator<String> AS_WRITTEN = UnaryOperator.identity();

  @Provide
  static Arbitrary<String> sentences() {
    return Texts.sentences();
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  @Property(tries = 800, seed = "30")
  void decomposed(@ForAll("sentences") String text) {
    Findings decomposed = Findings.in(Normalizer.normalize(text, Normalizer.Form.NFD));

    decomposed.areSound();
    assertThat(decomposed.found(AS_WRITTEN, SameTextTest::composed))
        .isEqualTo(Findings.in(text).found(AS_WRITTEN, SameTextTest::composed));
  }

  @Property(tries = 800, seed = "31")
  void withTheToneOnTheOtherLetter(@ForAll("sentences") String text) {
    Findings other = Findings.in(TonePlacement.other(text));

    assertThat(other.found(Syllables::slug, AS_WRITTEN))
        .isEqualTo(Findings.in(text).found(Syllables::slug, TonePlacement::other));
  }

  @Property(tries = 400, seed = "32")
  void withSomeSpacesFixed(@ForAll("sentences") String text, @ForAll Random random) {
    StringBuilder fixed = new StringBuilder(text);
    for (int i = 0; i < fixed.length(); i++) {
      if (fixed.charAt(i) == ' ' && random.nextBoolean()) {
        fixed.setCharAt(i, SPACES.charAt(random.nextInt(SPACES.length())));
      }
    }

    assertThat(
            Findings.in(fixed.toString())
                .found(AS_WRITTEN, words -> SPACE.matcher(words).replaceAll(" ")))
        .isEqualTo(Findings.in(text).found());
  }

  @Property(tries = 800, seed = "33")
  void withCharactersOfNoWidthAnywhere(@ForAll("sentences") String text, @ForAll Random random) {
    StringBuilder strewn = new StringBuilder(text);
    for (int i = 0; i < 12; i++) {
      strewn.insert(
          random.nextInt(strewn.length() + 1), UNSEEN.charAt(random.nextInt(UNSEEN.length())));
    }

    Findings found = Findings.in(strewn.toString());

    found.areSound();
    assertThat(found.found(AS_WRITTEN, words -> UNSEEN_ONES.matcher(words).replaceAll("")))
        .isEqualTo(Findings.in(text).found());
  }

  @Property(tries = 400, seed = "34")
  void withEachGapWider(@ForAll("sentences") String text) {
    Findings wide = Findings.in(text.replace(" ", " \t "));

    assertThat(wide.found(AS_WRITTEN, words -> words.replace(" \t ", " ")))
        .isEqualTo(Findings.in(text).found());
  }

  @Property(tries = 400, seed = "35")
  void withLinesEndedOtherwise(@ForAll("sentences") String text) {
    List<Findings.Found> plain = Findings.in(text).found();
    SoftAssertions all = new SoftAssertions();
    for (String end : List.of("\r\n", "\r", "\n\n", " \n\t", "\u2028")) {
      all.assertThat(Findings.in(text.replace("\n", end)).found()).isEqualTo(plain);
    }
    all.assertAll();
  }

  /** Nearly: where a line ends without a full stop, so does what a name may reach over. */
  @Example
  void inASingleLine() {
    double alike = 0;
    for (MarkedFile article : Texts.articles()) {
      Set<String> lines = ids(article.body());
      Set<String> line = ids(article.body().replace('\n', ' '));
      alike += alike(lines, line);
    }
    assertThat(alike / Texts.articles().size()).isGreaterThan(0.97);
  }

  private static Set<String> ids(String text) {
    Set<String> ids = new HashSet<>();
    Findings.in(text).found().forEach(found -> ids.add(found.id()));
    return ids;
  }

  private static double alike(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all.isEmpty() ? 1 : (double) both.size() / all.size();
  }
}
