package vn.gdnn.newswire.quickstart.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Starts the store: {@code StoreMain FILE PORT}. */
public final class StoreMain {

  private static final int BOSSES = 1;
  private static final int WORKERS = 8;

  private StoreMain() {}

  /** Opens the file, or makes it, then serves until the process is told to stop. */
  public static void main(String[] args) {
    DurableH2Backend backend = DurableH2Backend.open(Path.of(args[0]));
    // The newest version it knows; the driver refuses the default.
    backend.version(ServerVersion.MONGO_5_0);
    MongoServer server = new MongoServer(backend);
    server.bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])), BOSSES, WORKERS);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "store-stop"));
  }
}
