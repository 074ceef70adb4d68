package vn.gdnn.newswire.quickstart.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.quickstart.process.Ports;
import vn.gdnn.newswire.quickstart.process.TestChild;

@SuppressWarnings("try") // Some children are only there to be talked to.
class DurableStoreTest {

  private static final int WRITERS = 4;
  private static final int ROUNDS = 3;
  private static final int WRITES_BEFORE_THE_KILL = 150;

  @TempDir Path directory;

  /** Document id → the last version whose write was acknowledged. */
  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

  @Test
  void losesNoAcknowledgedWrite_whenKilledAgainAndAgain() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int port = Ports.free();
      try (TestChild store = start(port)) {
        writeUntilKilled(store, port, round);
      }
      int again = Ports.free();
      try (TestChild store = start(again);
          MongoClient client = connect(again)) {
        assertEverythingIsThere(documents(client));
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(50);
  }

  @Test
  void keepsIndexAndDocumentTogether_soThatAKilledWriteCanBeDoneAgain() throws Exception {
    int port = Ports.free();
    try (TestChild store = start(port)) {
      writeUntilKilled(store, port, 0);
    }
    int again = Ports.free();
    try (TestChild store = start(again);
        MongoClient client = connect(again)) {
      MongoCollection<Document> documents = documents(client);
      for (int writer = 0; writer < WRITERS; writer++) {
        for (int n = 0; n < 60; n++) {
          String id = id(0, writer, n);
          documents.replaceOne(
              Filters.eq("_id", id), document(id, 99), new ReplaceOptions().upsert(true));
          assertThat(documents.find(new Document("key", "k-" + id)).first())
              .isEqualTo(document(id, 99));
        }
      }
      assertThat(documents.countDocuments()).isGreaterThanOrEqualTo(WRITERS * 60L);
    }
  }

  @Test
  void fileDoesNotGrowWithEveryWrite() throws Exception {
    int port = Ports.free();
    Path file = directory.resolve("store.h2");
    try (TestChild store = start(port);
        MongoClient client = connect(port)) {
      MongoCollection<Document> documents = documents(client);
      for (int n = 0; n < 2_000; n++) {
        documents.replaceOne(
            Filters.eq("_id", "one"), document("one", n), new ReplaceOptions().upsert(true));
      }
      assertThat(Files.size(file)).isLessThan(100L * 1024 * 1024);
    }
  }

  private void writeUntilKilled(TestChild store, int port, int round) throws InterruptedException {
    AtomicBoolean killed = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    int before = acknowledged.size();
    try (MongoClient client = connect(port)) {
      MongoCollection<Document> documents = documents(client);
      documents.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
      List<Runnable> work = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int mine = writer;
        work.add(() -> write(documents, round, mine, killed));
      }
      work.forEach(writers::submit);
      while (acknowledged.size() < before + WRITES_BEFORE_THE_KILL) {
        Thread.onSpinWait();
      }
      store.kill();
      killed.set(true);
      writers.shutdown();
      assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void write(
      MongoCollection<Document> documents, int round, int writer, AtomicBoolean killed) {
    try {
      for (int n = 0; !killed.get(); n++) {
        String id = id(round, writer, n);
        documents.insertOne(document(id, 1));
        acknowledged.put(id, 1);
        String earlier = id(round, writer, n / 2);
        documents.replaceOne(Filters.eq("_id", earlier), document(earlier, n + 2));
        acknowledged.put(earlier, n + 2);
      }
    } catch (MongoException cutOff) {
      // Not acknowledged: it may be there or not.
      killed.set(true);
    }
  }

  private void assertEverythingIsThere(MongoCollection<Document> documents) {
    acknowledged.forEach(
        (id, version) -> {
          Document found = documents.find(Filters.eq("_id", id)).first();
          assertThat(found).as("acknowledged document %s", id).isNotNull();
          assertThat(found.getInteger("version")).as(id).isGreaterThanOrEqualTo(version);
          assertThat(documents.find(new Document("key", "k-" + id)).first())
              .as("by index: %s", id)
              .isEqualTo(found);
        });
  }

  private static String id(int round, int writer, int n) {
    return round + "-" + writer + "-" + n;
  }

  private static Document document(String id, int version) {
    return new Document("_id", id)
        .append("key", "k-" + id)
        .append("version", version)
        .append("text", "Tổng cục Giáo dục nghề nghiệp ".repeat(100));
  }

  private TestChild start(int port) {
    return TestChild.store(directory, port);
  }

  private static MongoClient connect(int port) {
    return MongoClients.create(
        "mongodb://127.0.0.1:%d/?retryWrites=false&serverSelectionTimeoutMS=10000&socketTimeoutMS=10000"
            .formatted(port));
  }

  private static MongoCollection<Document> documents(MongoClient client) {
    return client.getDatabase("test").getCollection("documents");
  }
}
