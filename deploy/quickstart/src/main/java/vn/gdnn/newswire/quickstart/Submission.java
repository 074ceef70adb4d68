package vn.gdnn.newswire.quickstart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import vn.gdnn.newswire.quickstart.client.DraftFile;
import vn.gdnn.newswire.quickstart.client.IngestClient;
import vn.gdnn.newswire.quickstart.client.Outcome;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** Sends drafts, a few at a time, and tells what became of each in the order given. */
final class Submission {

  private static final int AT_ONCE = 8;

  private final IngestClient ingest;
  private final Terminal terminal;
  private final AtomicInteger decided = new AtomicInteger();

  Submission(IngestClient ingest, Terminal terminal) {
    this.ingest = ingest;
    this.terminal = terminal;
  }

  /**
   * @return whether each was dealt with as its sender could wish
   */
  boolean send(List<DraftFile> drafts, BiConsumer<DraftFile, Outcome> tell) {
    ExecutorService senders = Executors.newFixedThreadPool(Math.min(AT_ONCE, drafts.size()));
    try {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (DraftFile draft : drafts) {
        outcomes.add(senders.submit(() -> sendOne(draft, drafts.size())));
      }
      boolean allGood = true;
      for (int i = 0; i < drafts.size(); i++) {
        Outcome outcome = result(outcomes.get(i));
        allGood &= outcome.isGood();
        tell.accept(drafts.get(i), outcome);
      }
      return allGood;
    } finally {
      senders.shutdownNow();
      terminal.progressDone();
    }
  }

  private Outcome sendOne(DraftFile draft, int all) throws IOException {
    terminal.progress("%d of %d decided; %s …".formatted(decided.get(), all, draft.externalId()));
    IngestClient.Answer answer = ingest.submit(draft);
    Outcome outcome =
        answer.problem() == null
            ? ingest.await(answer)
            : new Outcome(null, "failed", answer.problem());
    terminal.progress("%d of %d decided".formatted(decided.incrementAndGet(), all));
    return outcome;
  }

  private static Outcome result(Future<Outcome> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      return new Outcome(null, "failed", String.valueOf(failed.getCause().getMessage()));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Refusal("Stopped before it was done.", stop);
    }
  }
}
