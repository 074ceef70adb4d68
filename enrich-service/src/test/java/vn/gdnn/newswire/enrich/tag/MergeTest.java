package vn.gdnn.newswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.tag.Candidate.Sort;

class MergeTest {

  private static Candidate candidate(Sort sort, int start, int end, double confidence) {
    return new Candidate(sort, start, end, "test", confidence);
  }

  @Test
  void keepsTheLongestOfWhatOverlaps() {
    Candidate unit = candidate(Sort.UNIT, 0, 2, 0.9);
    Candidate office = candidate(Sort.OFFICE, 0, 3, 0.5);
    assertThat(Merge.settle(List.of(unit, office), 5)).containsExactly(office);
  }

  @Test
  void keepsTheSurerOfTwoEquallyLong() {
    Candidate place = candidate(Sort.NOTHING, 1, 4, 0.5);
    Candidate person = candidate(Sort.PERSON, 1, 4, 0.8);
    assertThat(Merge.settle(List.of(place, person), 5)).containsExactly(person);
  }

  @Test
  void keepsWhatDoesNotOverlap_inReadingOrder() {
    Candidate later = candidate(Sort.PLAN, 3, 9, 0.9);
    Candidate first = candidate(Sort.UNIT, 0, 3, 0.9);
    assertThat(Merge.settle(List.of(later, first), 9)).containsExactly(first, later);
  }

  @Test
  void leavesOutAUnitThatWouldCutAnOffice_butNotOneThatBeginsAtItsLastWord() {
    Candidate office = candidate(Sort.OFFICE, 0, 3, 0.9);
    assertThat(Merge.settle(List.of(office, candidate(Sort.UNIT, 1, 6, 0.9)), 6))
        .containsExactly(office);
    Candidate room = candidate(Sort.UNIT, 2, 6, 0.9);
    assertThat(Merge.settle(List.of(office, room), 6)).containsExactly(room);
  }
}
