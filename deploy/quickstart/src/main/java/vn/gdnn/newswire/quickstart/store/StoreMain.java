package vn.gdnn.newswire.quickstart.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.File;
import java.net.InetSocketAddress;

/** Starts the store: {@code StoreMain FILE PORT}. */
public final class StoreMain {

  private static final int BOSSES = 1;
  private static final int WORKERS = 8;

  private static final int BROKEN = 1;

  private StoreMain() {}

  /** Opens the file, or makes it, then serves until the process is told to stop. */
  public static void main(String[] args) {
    File file = new File(args[0]).getAbsoluteFile();
    // Closed for good: a new process opens what was kept; the log above says why it was closed.
    Runnable end = () -> Runtime.getRuntime().halt(BROKEN);
    DurableH2Backend backend =
        DurableH2Backend.open(file.toPath(), () -> file.getParentFile().getUsableSpace(), end);
    // The newest version it knows; the driver refuses the default.
    backend.version(ServerVersion.MONGO_5_0);
    MongoServer server = new MongoServer(backend);
    server.bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])), BOSSES, WORKERS);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "store-stop"));
  }
}
