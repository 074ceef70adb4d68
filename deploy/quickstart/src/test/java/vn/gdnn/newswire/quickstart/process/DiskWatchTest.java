package vn.gdnn.newswire.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiskWatchTest {

  private static final long MIB = 1024 * 1024;

  private final List<String> said = new ArrayList<>();
  private final AtomicLong free = new AtomicLong();
  private final DiskWatch watch = new DiskWatch(Path.of("/data"), free::get, said::add);

  private void look(long mib) {
    free.set(mib * MIB);
    watch.look();
  }

  @Test
  void enoughRoom_isNotSpokenOf() {
    look(64);
    assertThat(said).isEmpty();
  }

  @Test
  void fullAndFreeAgain_areSaidOnceEach() {
    look(63);
    look(0);
    look(100);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("The disk of /data is full (63 MiB free): free some space.");
    look(128);
    look(127);
    assertThat(said)
        .hasSize(2)
        .last()
        .isEqualTo("The disk of /data has room again (128 MiB free): all goes on by itself.");
    look(5);
    assertThat(said).hasSize(3);
  }
}
