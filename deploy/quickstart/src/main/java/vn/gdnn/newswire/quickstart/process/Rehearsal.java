package vn.gdnn.newswire.quickstart.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One start and stop of everything on scratch data and free ports, in which each JVM notes the
 * classes that a start needs and archives them as it ends.
 *
 * @param directory where its data lies meanwhile
 * @param prepared what to run
 */
record Rehearsal(Path directory, Prepared prepared) {

  /**
   * @return whether it came to its end, and every process ended by itself
   */
  boolean run() throws IOException {
    Prepared.deleteTree(directory);
    Settings ports =
        new Settings(
            Settings.names().stream()
                .collect(Collectors.toMap(name -> name, name -> String.valueOf(Ports.free()))));
    Newswire newswire =
        new Newswire(
            DataDirectory.open(directory),
            prepared,
            ports,
            Optional.empty(),
            Optional.empty(),
            sentence -> {});
    newswire.rehearse();
    boolean ready = false;
    boolean inOrder;
    try {
      newswire.start();
      newswire.awaitReady();
      ready = true;
    } catch (Refusal broken) {
      // The real start says what is wrong, and its logs stay.
      ready = false;
    } finally {
      inOrder = newswire.stop();
      Prepared.deleteTree(directory);
    }
    return ready && inOrder;
  }
}
