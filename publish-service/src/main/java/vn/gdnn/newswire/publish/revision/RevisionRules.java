package vn.gdnn.newswire.publish.revision;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.ArticleReinstated;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.Embargo;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.document.Document.Status;
import vn.gdnn.newswire.publish.document.Documents;

/**
 * What becomes of an event, the first that fits: decided before → the same again; not after the
 * last change → superseded; a draft while withdrawn → refused; a version below the highest →
 * superseded; the content of the current text → repeated; that of an earlier one without a higher
 * version → repeated; else a new revision.
 */
public final class RevisionRules {

  /** Why an event may be refused. */
  static final String WITHDRAWN = "withdrawn";

  static final String UNKNOWN_ARTICLE = "unknown-article";
  static final String NOT_YOURS = "not-yours";

  private final Revisions revisions;

  /** Reads the last revision where a withdrawal or its end is made of it. */
  public RevisionRules(Revisions revisions) {
    this.revisions = revisions;
  }

  /**
   * Judges an event by what is known of its article. The same event and head give the same verdict.
   */
  public Verdict judge(@Nullable Head head, Arrival arrival) {
    if (head != null) {
      Head.Decision before = head.decisionOn(arrival.eventId()).orElse(null);
      if (before != null) {
        return new Verdict(before, null, null);
      }
    }
    ArticleEvent event = arrival.event();
    if (event instanceof ArticleEnriched enriched) {
      return judgeDraft(head, arrival, enriched);
    }
    if (event instanceof ArticleWithdrawn withdrawn) {
      return judgeWithdrawal(head, arrival, withdrawn);
    }
    if (event instanceof ArticleReinstated reinstated) {
      return judgeReinstatement(head, arrival, reinstated);
    }
    throw new IllegalArgumentException("a draft that was not tagged can't be published");
  }

  private static Verdict judgeDraft(
      @Nullable Head head, Arrival arrival, ArticleEnriched enriched) {
    ArticleIngested draft = enriched.article();
    if (head == null) {
      return newText(null, arrival, enriched);
    }
    boolean late = arrival.place().compareTo(head.place()) <= 0;
    if (head.revision() == 0) {
      return late && speaksFor(head.sources(), draft.source())
          ? unchanged(head, arrival, State.SUPERSEDED, null, null, head.version())
          : newText(head, arrival, enriched);
    }
    if (late) {
      return unchanged(head, arrival, State.SUPERSEDED, null, head.revision(), head.version());
    }
    if (head.status() == Status.WITHDRAWN) {
      return unchanged(head, arrival, State.REFUSED, WITHDRAWN, head.revision(), head.version());
    }
    OptionalInt version = Versions.compare(draft.version(), head.version());
    if (version.isPresent() && version.getAsInt() < 0) {
      return unchanged(head, arrival, State.SUPERSEDED, null, head.revision(), head.version());
    }
    Head.Content same = repeatedContent(head, draft, version);
    if (same != null) {
      return unchanged(
          head,
          arrival,
          State.REPEATED,
          null,
          same.revision(),
          Versions.highest(head.version(), draft.version()));
    }
    return newText(head, arrival, enriched);
  }

  private static Head.@Nullable Content repeatedContent(
      Head head, ArticleIngested draft, OptionalInt version) {
    Head.Content current = head.currentContent().orElse(null);
    if (current != null && current.hash().equals(draft.contentHash())) {
      return current;
    }
    boolean higher = version.isPresent() && version.getAsInt() > 0;
    return higher
        ? null
        : head.contents().stream()
            .filter(content -> content.hash().equals(draft.contentHash()))
            .reduce((earlier, later) -> later)
            .orElse(null);
  }

  private static Verdict newText(@Nullable Head head, Arrival arrival, ArticleEnriched enriched) {
    ArticleIngested draft = enriched.article();
    boolean first = head == null || head.revision() == 0;
    int revision = first ? 1 : head.revision() + 1;
    Documents.Dates dates = datesAfter(first ? null : head.dates(), draft);
    boolean waits = dates.embargoedAt(arrival.at());
    Status status = waits ? Status.SCHEDULED : Status.PUBLISHED;
    What what = waits ? What.SCHEDULED : first ? What.PUBLISHED : What.CORRECTED;
    Document document = Documents.of(enriched, revision, status, dates, arrival.traceId());
    Head.Decision decision = change(head, arrival, document, what);
    Head next =
        new Head(
            draft.id(),
            head == null ? 1 : head.writes() + 1,
            arrival.place(),
            arrival.place(),
            revision,
            1,
            status,
            draft.source(),
            List.of(),
            Versions.highest(head == null ? null : head.version(), draft.version()),
            dates,
            Head.plus(
                head == null ? List.of() : head.contents(),
                new Head.Content(draft.contentHash(), revision)),
            Head.plus(head == null ? List.of() : head.decisions(), decision));
    return new Verdict(decision, archived(arrival, document, draft), next);
  }

  /**
   * A correction moves the date only by its field publishedAt, and keeps an embargo that it does
   * not speak of.
   */
  private static Documents.Dates datesAfter(
      Documents.@Nullable Dates before, ArticleIngested draft) {
    Embargo embargo = draft.embargo();
    if (before == null) {
      return new Documents.Dates(
          draft.publishedAt(), draft.publishedAtFrom(), embargo == null ? null : embargo.until());
    }
    boolean moves = draft.publishedAtFrom() == DateSource.FIELD;
    return new Documents.Dates(
        moves ? draft.publishedAt() : before.publishedAt(),
        moves ? DateSource.FIELD : before.publishedAtFrom(),
        embargo == null ? before.embargoUntil() : embargo.until());
  }

  private Verdict judgeWithdrawal(
      @Nullable Head head, Arrival arrival, ArticleWithdrawn withdrawn) {
    Verdict refusal = refusal(head, arrival, withdrawn.sources());
    if (refusal != null) {
      return refusal;
    }
    Head known = known(head);
    if (known.status() == Status.WITHDRAWN) {
      return unchanged(known, arrival, State.REPEATED, null, known.revision(), known.version());
    }
    Document document =
        Documents.withdrawn(
            lastDocument(known),
            known.revision() + 1,
            withdrawn.reason(),
            arrival.at(),
            arrival.traceId());
    return changed(known, arrival, document, What.WITHDRAWN);
  }

  private Verdict judgeReinstatement(
      @Nullable Head head, Arrival arrival, ArticleReinstated reinstated) {
    Verdict refusal = refusal(head, arrival, reinstated.sources());
    if (refusal != null) {
      return refusal;
    }
    Head known = known(head);
    if (known.status() != Status.WITHDRAWN) {
      return unchanged(known, arrival, State.REPEATED, null, known.revision(), known.version());
    }
    boolean waits = known.dates() != null && known.dates().embargoedAt(arrival.at());
    Document document =
        Documents.reinstated(
            lastDocument(known),
            known.revision() + 1,
            waits ? Status.SCHEDULED : Status.PUBLISHED,
            known.dates() == null ? null : known.dates().embargoUntil(),
            arrival.at(),
            arrival.traceId());
    return changed(known, arrival, document, waits ? What.SCHEDULED : What.REINSTATED);
  }

  private static @Nullable Verdict refusal(
      @Nullable Head head, Arrival arrival, List<String> sources) {
    if (head == null || head.revision() == 0) {
      return unknownArticle(head, arrival, sources);
    }
    if (arrival.place().compareTo(head.place()) <= 0) {
      return unchanged(head, arrival, State.SUPERSEDED, null, head.revision(), head.version());
    }
    if (!speaksFor(sources, String.valueOf(head.source()))) {
      return unchanged(head, arrival, State.REFUSED, NOT_YOURS, null, head.version());
    }
    return null;
  }

  /**
   * Keeps place and sources, so that an older draft that comes later does not bring back what was
   * withdrawn.
   */
  private static Verdict unknownArticle(
      @Nullable Head head, Arrival arrival, List<String> sources) {
    Head.Decision decision =
        new Head.Decision(
            arrival.eventId(), arrival.place(), State.REFUSED, UNKNOWN_ARTICLE, null, null, null);
    Head next =
        new Head(
            arrival.event().id(),
            head == null ? 1 : head.writes() + 1,
            head == null || arrival.place().compareTo(head.place()) > 0
                ? arrival.place()
                : head.place(),
            null,
            0,
            0,
            null,
            null,
            head == null ? sources : union(head.sources(), sources),
            null,
            null,
            List.of(),
            Head.plus(head == null ? List.of() : head.decisions(), decision));
    return new Verdict(decision, null, next);
  }

  private static List<String> union(List<String> some, List<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private static boolean speaksFor(List<String> sources, String source) {
    return sources.contains("*") || sources.contains(source);
  }

  private static Verdict unchanged(
      Head head,
      Arrival arrival,
      State state,
      @Nullable String reason,
      @Nullable Integer revision,
      @Nullable String version) {
    Head.Decision decision =
        new Head.Decision(
            arrival.eventId(),
            arrival.place(),
            state,
            reason,
            revision == null || revision == 0 ? null : revision,
            null,
            null);
    return new Verdict(decision, null, head.deciding(decision, version));
  }

  private static Verdict changed(Head head, Arrival arrival, Document document, What what) {
    Head.Decision decision = change(head, arrival, document, what);
    Head next =
        new Head(
            head.id(),
            head.writes() + 1,
            arrival.place(),
            head.textPlace(),
            document.revision(),
            document.tagging(),
            document.status(),
            head.source(),
            head.sources(),
            head.version(),
            head.dates(),
            head.contents(),
            Head.plus(head.decisions(), decision));
    return new Verdict(decision, archived(arrival, document, null), next);
  }

  private static Head.Decision change(
      @Nullable Head head, Arrival arrival, Document document, What what) {
    Entry entry =
        new Entry(
            document.id(),
            document.revision(),
            document.tagging(),
            what,
            arrival.at(),
            arrival.origin());
    State state =
        switch (document.status()) {
          case SCHEDULED -> State.SCHEDULED;
          case PUBLISHED -> State.PUBLISHED;
          case WITHDRAWN -> State.WITHDRAWN;
        };
    return new Head.Decision(
        arrival.eventId(),
        arrival.place(),
        state,
        null,
        document.revision(),
        entry,
        head == null ? null : head.waitingAt(arrival.at()));
  }

  private static Revision archived(
      Arrival arrival, Document document, @Nullable ArticleIngested draft) {
    return new Revision(
        document,
        arrival.place(),
        arrival.eventId(),
        arrival.origin(),
        draft == null ? null : draft.raw());
  }

  private static Head known(@Nullable Head head) {
    if (head == null) {
      throw new IllegalStateException("a refusal would have come first");
    }
    return head;
  }

  private Document lastDocument(Head head) {
    return revisions
        .find(head.id(), head.revision(), head.tagging())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "revision %d of %s is not in the archive"
                        .formatted(head.revision(), head.id())))
        .document();
  }
}
