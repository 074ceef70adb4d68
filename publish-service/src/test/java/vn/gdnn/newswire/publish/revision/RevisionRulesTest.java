package vn.gdnn.newswire.publish.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.ArticleReinstated;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.document.Document;

class RevisionRulesTest {

  private final Map<String, Revision> archive = new HashMap<>();
  private final RevisionRules rules =
      new RevisionRules(
          new Revisions() {
            @Override
            public Optional<Revision> find(UUID id, int revision, int tagging) {
              return Optional.ofNullable(archive.get(id + "/" + revision + "/" + tagging));
            }

            @Override
            public void save(Revision revision) {
              Document document = revision.document();
              archive.put(
                  document.id() + "/" + document.revision() + "/" + document.tagging(), revision);
            }
          });
  private @Nullable Head head;

  @Test
  void publishesTheFirstDraft() {
    Head.Decision decision = judge(Events.draft("a", "Một", 0).arrives());
    assertThat(decision.state()).isEqualTo(State.PUBLISHED);
    assertThat(decision.revision()).isEqualTo(1);
    assertThat(what(decision)).isEqualTo(What.PUBLISHED);
  }

  @Test
  void countsAChangedDraftAsCorrection_andKeepsItsDate() {
    judge(Events.draft("a", "Một", 0).arrives());
    Head.Decision decision = judge(Events.draft("a", "Một, sửa", 5).arrives());
    assertThat(what(decision)).isEqualTo(What.CORRECTED);
    assertThat(decision.revision()).isEqualTo(2);
    assertThat(document(2).publishedAt()).isEqualTo(Events.at(0));
    assertThat(document(2).updatedAt()).isEqualTo(Events.at(5));
  }

  @Test
  void movesTheDateOnlyByTheField() {
    judge(Events.draft("a", "Một", 0).arrives());
    Instant moved = Instant.parse("2025-12-31T17:00:00Z");
    judge(Events.draft("a", "Một, sửa", 1).published(moved).arrives());
    judge(Events.draft("a", "Một, sửa nữa", 2).arrives());
    assertThat(document(3).publishedAt()).isEqualTo(moved);
    assertThat(document(3).publishedAtFrom()).isEqualTo(DateSource.FIELD);
  }

  @Test
  void givesTheSameOutcomeToTheSameEventAgain() {
    Arrival first = Events.draft("a", "Một", 0).arrives();
    Arrival second = Events.draft("a", "Hai", 1).arrives();
    Head.Decision decision = judge(first);
    judge(second);
    Verdict again = rules.judge(head, first);
    assertThat(again.decision()).isEqualTo(decision);
    assertThat(again.next()).isEmpty();
    assertThat(again.revision()).isNull();
  }

  @Test
  void tellsRepeatedFromSuperseded() {
    judge(Events.draft("a", "Một", 0).version("3").arrives());
    assertThat(judge(Events.draft("a", "Một", 1).version("3").arrives()).state())
        .isEqualTo(State.REPEATED);
    assertThat(judge(Events.draft("a", "Hai", 2).version("2").arrives()).state())
        .isEqualTo(State.SUPERSEDED);
    assertThat(judge(Events.draft("a", "Hai", 3).version("4").arrives()).revision()).isEqualTo(2);
  }

  @Test
  void countsTheVersionOfARepeatedDraft() {
    judge(Events.draft("a", "Một", 0).version("1").arrives());
    judge(Events.draft("a", "Một", 1).version("5").arrives());
    assertThat(judge(Events.draft("a", "Hai", 2).version("4").arrives()).state())
        .isEqualTo(State.SUPERSEDED);
  }

  @Test
  void takesAnEarlierContentBackOnlyWithAHigherVersion() {
    judge(Events.draft("a", "Một", 0).version("1").arrives());
    judge(Events.draft("a", "Hai", 1).version("2").arrives());
    Head.Decision repeated = judge(Events.draft("a", "Một", 2).arrives());
    assertThat(repeated.state()).isEqualTo(State.REPEATED);
    assertThat(repeated.revision()).isEqualTo(1);
    assertThat(judge(Events.draft("a", "Một", 3).version("3").arrives()).revision()).isEqualTo(3);
  }

  @Test
  void neverLetsAnOlderPlaceWin() {
    judge(Events.draft("a", "Hai", 9).arrives());
    assertThat(judge(Events.draft("a", "Một", 4).arrives()).state()).isEqualTo(State.SUPERSEDED);
    assertThat(judge(Events.withdrawal("a", 5)).state()).isEqualTo(State.SUPERSEDED);
  }

  @Test
  void comparesVersionsOfTimeWithTimeOnly() {
    judge(Events.draft("a", "Một", 0).version("2026-01-05T10:00:00+07:00").arrives());
    assertThat(judge(Events.draft("a", "Hai", 1).version("2026-01-05T02:59:59Z").arrives()).state())
        .isEqualTo(State.SUPERSEDED);
    assertThat(judge(Events.draft("a", "Ba", 2).version("7").arrives()).state())
        .isEqualTo(State.PUBLISHED);
  }

  @Test
  void withdrawsAndReinstatesAsRevisions() {
    judge(Events.draft("a", "Một", 0).arrives());
    Head.Decision withdrawn = judge(Events.withdrawal("a", 1));
    assertThat(what(withdrawn)).isEqualTo(What.WITHDRAWN);
    assertThat(document(2).notice()).isEqualTo(new Document.Notice("Nhầm số liệu", Events.at(1)));
    assertThat(document(2).title()).isEqualTo("Một");

    Head.Decision draft = judge(Events.draft("a", "Hai", 2).arrives());
    assertThat(draft.state()).isEqualTo(State.REFUSED);
    assertThat(draft.reason()).isEqualTo("withdrawn");
    assertThat(judge(Events.withdrawal("a", 3)).state()).isEqualTo(State.REPEATED);

    assertThat(what(judge(Events.reinstatement("a", 4)))).isEqualTo(What.REINSTATED);
    assertThat(document(3).notice()).isNull();
    assertThat(document(3).title()).isEqualTo("Một");
    assertThat(judge(Events.reinstatement("a", 5)).state()).isEqualTo(State.REPEATED);
  }

  @Test
  void refusesAWithdrawalByAKeyOfAnotherSource() {
    judge(Events.draft("a", "Một", 0).arrives());
    Head.Decision decision =
        judge(
            Events.arrival(
                new ArticleWithdrawn(Events.id("a"), "x", List.of("other"), Events.at(1)), 1));
    assertThat(decision.state()).isEqualTo(State.REFUSED);
    assertThat(decision.reason()).isEqualTo("not-yours");
    assertThat(
            judge(
                    Events.arrival(
                        new ArticleWithdrawn(Events.id("a"), "x", List.of("*"), Events.at(2)), 2))
                .state())
        .isEqualTo(State.WITHDRAWN);
  }

  @Test
  void refusesAWithdrawalOfAnUnknownArticle_andRemembersItsPlace() {
    Head.Decision decision = judge(Events.withdrawal("a", 5));
    assertThat(decision.reason()).isEqualTo("unknown-article");
    assertThat(judge(Events.draft("a", "Một", 3).arrives()).state()).isEqualTo(State.SUPERSEDED);
    assertThat(judge(Events.draft("a", "Một", 6).arrives()).revision()).isEqualTo(1);
  }

  @Test
  void doesNotLetAStrangersWithdrawalHoldBackADraft() {
    judge(Events.arrival(new ArticleReinstated(Events.id("a"), List.of("other"), Events.at(5)), 5));
    assertThat(judge(Events.draft("a", "Một", 3).arrives()).state()).isEqualTo(State.PUBLISHED);
  }

  @Test
  void keepsTheSourcesOfEveryRefusedWithdrawal() {
    judge(Events.withdrawal("a", 5));
    judge(
        Events.arrival(
            new ArticleWithdrawn(Events.id("a"), "x", List.of("other"), Events.at(6)), 6));
    assertThat(judge(Events.draft("a", "Một", 3).arrives()).state()).isEqualTo(State.SUPERSEDED);
  }

  @Test
  void schedulesUnderEmbargo_keepsIt_andLiftsIt() {
    Instant until = Events.at(100);
    assertThat(what(judge(Events.draft("a", "Một", 0).embargo(until).arrives())))
        .isEqualTo(What.SCHEDULED);
    assertThat(what(judge(Events.draft("a", "Hai", 1).arrives()))).isEqualTo(What.SCHEDULED);
    assertThat(document(2).embargoUntil()).isEqualTo(until);
    assertThat(what(judge(Events.draft("a", "Ba", 2).embargo(null).arrives())))
        .isEqualTo(What.CORRECTED);
    assertThat(document(3).status()).isEqualTo(Document.Status.PUBLISHED);
  }

  @Test
  void remembersABoundedNumberOfDecisions() {
    judge(Events.draft("a", "Một", 0).arrives());
    for (int i = 1; i <= Head.REMEMBERED + 10; i++) {
      judge(Events.draft("a", "Một", i).arrives());
    }
    assertThat(head.decisions()).hasSize(Head.REMEMBERED);
    assertThat(head.revision()).isEqualTo(1);
  }

  private Head.Decision judge(Arrival arrival) {
    Verdict verdict = rules.judge(head, arrival);
    if (verdict.revision() != null) {
      archive.put(
          arrival.event().id()
              + "/"
              + verdict.revision().document().revision()
              + "/"
              + verdict.revision().document().tagging(),
          verdict.revision());
    }
    verdict.next().ifPresent(next -> head = next);
    return verdict.decision();
  }

  private static What what(Head.Decision decision) {
    assertThat(decision.entry()).isNotNull();
    return decision.entry().what();
  }

  private Document document(int revision) {
    return archive.get(Events.id("a") + "/" + revision + "/1").document();
  }
}
