package vn.gdnn.newswire.quickstart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.quickstart.process.Ports;
import vn.gdnn.newswire.quickstart.process.TestChild;

@SuppressWarnings("try") // A child that is only there to be talked to.
class FullDiskTest {

  private static final long PLENTY = 1L << 40;
  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final int BROKEN = 1;

  @TempDir Path directory;

  @Test
  void refusesWritesByName_andIsReadOn_untilThereIsRoomAgain() {
    AtomicLong free = new AtomicLong(PLENTY);
    DurableH2Backend backend =
        DurableH2Backend.open(directory.resolve("store.h2"), free::get, () -> fail("broken"));
    backend.version(ServerVersion.MONGO_5_0);
    MongoServer server = new MongoServer(backend);
    try (MongoClient client = connect(server.bind().getPort())) {
      MongoCollection<Document> documents = documents(client);
      documents.insertOne(new Document("_id", 1));

      free.set(0);
      MongoException refusal =
          catchThrowableOfType(
              MongoException.class, () -> documents.insertOne(new Document("_id", 2)));
      assertThat(refusal.getCode()).isEqualTo(OUT_OF_DISK_SPACE);
      assertThat(refusal).hasMessageContaining("No space left on device");
      assertThat(documents.countDocuments()).isEqualTo(1);

      free.set(PLENTY);
      documents.insertOne(new Document("_id", 2));
      assertThat(documents.countDocuments()).isEqualTo(2);
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void endsItsProcess_whenAWriteFindsNoRoom_andHasAllThatItAcknowledged() throws Exception {
    int port = Ports.free();
    int acknowledged = 0;
    try (TestChild store =
            TestChild.startOnASmallDisk(
                4_096, directory.resolve("store.log"), port, StoreMain.class, arguments(port));
        MongoClient client = connect(port)) {
      acknowledged = writeUntilItFails(documents(client));
      assertThat(store.awaitEnd()).isEqualTo(BROKEN);
    }
    assertThat(acknowledged).isPositive();

    int again = Ports.free();
    try (TestChild store =
            TestChild.start(
                directory.resolve("store.log"), again, StoreMain.class, arguments(again));
        MongoClient client = connect(again)) {
      for (int n = 0; n < acknowledged; n++) {
        assertThat(documents(client).find(new Document("_id", n)).first()).as("%d", n).isNotNull();
      }
    }
  }

  private static int writeUntilItFails(MongoCollection<Document> documents) {
    Random random = new Random(1);
    byte[] noise = new byte[100_000];
    for (int n = 0; n < 1_000; n++) {
      random.nextBytes(noise);
      try {
        documents.insertOne(new Document("_id", n).append("noise", noise));
      } catch (MongoException full) {
        return n;
      }
    }
    return fail("100 MB went into 4 MiB");
  }

  private String[] arguments(int port) {
    return new String[] {directory.resolve("store.h2").toString(), String.valueOf(port)};
  }

  private static MongoClient connect(int port) {
    return MongoClients.create(
        "mongodb://127.0.0.1:%d/?retryWrites=false&serverSelectionTimeoutMS=10000".formatted(port));
  }

  private static MongoCollection<Document> documents(MongoClient client) {
    return client.getDatabase("test").getCollection("documents");
  }
}
