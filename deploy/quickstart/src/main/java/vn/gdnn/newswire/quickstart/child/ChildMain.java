package vn.gdnn.newswire.quickstart.child;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs another main, and ends the process when the launcher says so or is gone.
 *
 * <p>The launcher holds the other end of standard input. A byte on it means "stop in good order";
 * its end without one means that the launcher died, by whatever signal, and that this process must
 * give its ports and files back at once. It stands alone in a jar of its own, so that a service's
 * class path gets this class and nothing else of the launcher's.
 */
public final class ChildMain {

  /** What the launcher writes to ask for an orderly stop. */
  public static final int STOP = 's';

  /** Exit code of a child whose launcher has died. */
  public static final int ORPHANED = 75;

  private static final long LONGEST_STOP_MILLIS = 45_000;

  private ChildMain() {}

  /**
   * @param args the main class to run, then its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    leaveInterruptsToTheLauncher();
    start("launcher-watch", () -> watch(System.in));
    try {
      Class.forName(args[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException failed) {
      // Threads that it started before it failed would keep a useless process alive.
      Logger.getLogger(ChildMain.class.getName())
          .log(Level.SEVERE, args[0] + " failed", failed.getCause());
      System.exit(1);
    }
  }

  /** Ctrl-C reaches the whole process group; only the launcher knows the order to stop in. */
  private static void leaveInterruptsToTheLauncher() {
    try {
      // By name: the compiler warns of sun.misc, and there is no other way to ignore a signal.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
    } catch (ReflectiveOperationException unsupported) {
      Logger.getLogger(ChildMain.class.getName())
          .log(Level.FINE, "This process stops at Ctrl-C by itself", unsupported);
    }
  }

  private static void watch(InputStream launcher) {
    int said;
    try {
      said = launcher.read();
    } catch (IOException broken) {
      said = -1;
    }
    if (said != STOP) {
      Runtime.getRuntime().halt(ORPHANED);
    }
    start("stop-deadline", ChildMain::haltWhenTooSlow);
    System.exit(0);
  }

  private static void haltWhenTooSlow() {
    try {
      Thread.sleep(LONGEST_STOP_MILLIS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
