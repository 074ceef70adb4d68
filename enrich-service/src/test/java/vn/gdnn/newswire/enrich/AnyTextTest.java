package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text: no crash, and mentions that anyone can check. */
class AnyTextTest {

  @Provide
  static Arbitrary<String> texts() {
    return Texts.any();
  }

  @Property(tries = 3000, seed = "20")
  void givesSoundMentions(@ForAll("texts") String body) {
    Findings.in(body).areSound();
  }

  @Property(tries = 500, seed = "21")
  void givesSoundMentions_inHeadlineAndBody(
      @ForAll("texts") String title, @ForAll("texts") String body) {
    Findings.in(title, body).areSound();
  }

  @Property(tries = 200, seed = "22")
  void findsTheSameTwice(@ForAll("texts") String body) {
    assertThat(Findings.in(body).found()).isEqualTo(Findings.in(body).found());
  }
}
