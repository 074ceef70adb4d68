package vn.gdnn.newswire.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.quickstart.store.StoreMain;

class WatchedChildTest {

  @TempDir Path directory;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private int port;
  private WatchedChild child;

  @BeforeEach
  void prepare() throws Exception {
    port = Ports.free();
    Files.createDirectories(directory.resolve("logs"));
    child =
        watched(
            StoreMain.class.getName(),
            directory.resolve("store.h2").toString(),
            String.valueOf(port));
  }

  @AfterEach
  void stop() {
    child.requestStop();
    child.awaitStop();
  }

  private WatchedChild watched(String main, String... arguments) {
    Jvm jvm = new Jvm(64, System.getProperty("java.class.path"));
    return new WatchedChild(
        new Child(
            "store",
            () -> jvm.command(List.of(), main, List.of(arguments)),
            Map.of(),
            directory.resolve("logs/store.log"),
            () -> Ports.listens(port)),
        said::add);
  }

  private void awaitReady() {
    await().atMost(Duration.ofSeconds(30)).until(child::isReady);
  }

  @Test
  void killedChild_isStartedAgain_andItSaysSo() {
    child.start();
    awaitReady();
    long first = child.pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await().atMost(Duration.ofSeconds(30)).until(() -> child.pid() != first && child.isReady());
    assertThat(said)
        .singleElement()
        .asString()
        .contains("The store died", "exit code 137", "started again in 0.5 s");
    assertThat(child.deaths()).isEqualTo(1);
  }

  @Test
  void stoppedChild_endsInOrder_andIsNotStartedAgain() {
    child.start();
    awaitReady();
    ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();
    child.requestStop();
    child.awaitStop();
    assertThat(process.isAlive()).isFalse();
    assertThat(Ports.isFree(port)).isTrue();
    assertThat(child.deaths()).isZero();
    assertThat(said).isEmpty();
  }

  @Test
  void childThatCannotStart_isTriedWithGrowingPauses() {
    child = watched("no.such.Main");
    child.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> child.deaths() >= 2);
    assertThat(said.get(0)).contains("ended before it was ready", "started again in 0.5 s");
    assertThat(said.get(1)).contains("started again in 1.0 s");
  }

  @Test
  void fullDisk_isCalledByItsName() {
    child = watched(FullDisk.class.getName());
    child.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> !said.isEmpty());
    assertThat(said.get(0)).contains("the disk of " + directory + " is full");
  }

  @Test
  void childThatRefuses_isTakenAtItsWord() {
    child = watched(Refuses.class.getName());
    child.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> child.deaths() > 0);
    assertThat(child.refusal()).contains("topic a has 6 partition(s) and must have 12.");
  }

  /** Ends as a service does that finds another newswire's topics. */
  public static final class Refuses {

    private Refuses() {}

    public static void main(String[] args) throws IOException {
      throw new IOException("Refusing to start: topic a has 6 partition(s) and must have 12.");
    }
  }

  /** Fails as a process does that can't write any more. */
  public static final class FullDisk {

    private FullDisk() {}

    public static void main(String[] args) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
