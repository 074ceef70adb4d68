package vn.gdnn.newswire.benchmarks.web;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.gdnn.newswire.benchmarks.news.Archive;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.publish.PublishService;

/**
 * publish-service with 50 articles, as it is deployed (its own process, a heap of 192 MiB) and with
 * the log away, which no reader notices; and nginx with the same bytes in files.
 */
public final class FeedServers implements AutoCloseable {

  private static final int ARTICLES = 50;

  private final Answers answers = new Answers();
  private final List<AutoCloseable> running = new ArrayList<>();
  private final Path scratch;
  private final List<String> before;
  private final int service = Programs.freePort();
  private final int nginx = Programs.freePort();

  /**
   * Starts both.
   *
   * @param scratch an empty folder for files and logs
   * @param program where nginx is
   * @param texts what the articles say
   * @param before what each server's command begins with: a program that pins it, or nothing
   * @param workers nginx's worker processes: a number or {@code auto}
   */
  public FeedServers(
      Path scratch, Path program, List<MarkedFile> texts, List<String> before, String workers) {
    this.scratch = scratch;
    this.before = List.copyOf(before);
    // Also when the command is broken off.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    try {
      startService(startStore(texts));
      startNginx(program, workers);
    } catch (RuntimeException | IOException e) {
      close();
      throw new IllegalStateException(e.getMessage() + " (logs: " + scratch + ")", e);
    }
  }

  /** The feed's address at publish-service. */
  public String newswire(String feed) {
    return "http://127.0.0.1:" + service + "/feeds/" + feed;
  }

  /** The feed's address at nginx. */
  public String nginx(String feed) {
    return "http://127.0.0.1:" + nginx + "/feeds/" + feed;
  }

  /**
   * Gives nginx the feed's bytes and sees that both answer the same.
   *
   * @return the bytes' sizes: plain, gzipped
   */
  public int[] same(String feed) throws IOException {
    byte[] plain = answers.to(newswire(feed)).body();
    HttpResponse<byte[]> zipped = answers.to(newswire(feed), "Accept-Encoding", "gzip");
    Path file = scratch.resolve("www/feeds").resolve(feed);
    Files.createDirectories(file.getParent());
    Files.write(file, plain);
    Files.write(file.resolveSibling(feed + ".gz"), zipped.body());
    for (String address : List.of(newswire(feed), nginx(feed))) {
      HttpResponse<byte[]> again = answers.to(address, "Accept-Encoding", "gzip");
      String encoding = Answers.header(again, "Content-Encoding");
      if (!encoding.equals("gzip")
          || !Arrays.equals(again.body(), zipped.body())
          || !Arrays.equals(answers.to(address).body(), plain)) {
        throw new IllegalStateException("other bytes from " + address);
      }
      HttpResponse<byte[]> held =
          answers.to(address, "Accept-Encoding", "gzip", "If-None-Match", tag(address));
      if (held.statusCode() != 304) {
        throw new IllegalStateException(held.statusCode() + " in place of 304 from " + address);
      }
    }
    return new int[] {plain.length, zipped.body().length};
  }

  /** The tag of the gzipped feed. */
  public String tag(String address) {
    return Answers.header(answers.to(address, "Accept-Encoding", "gzip"), "ETag");
  }

  private String startStore(List<MarkedFile> texts) {
    MongoServer store = new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
    running.add(store::shutdownNow);
    String uri = store.bindAndGetConnectionString() + "/newswire";
    try (MongoClient client = MongoClients.create(uri)) {
      new Archive(texts, client.getDatabase("newswire")).fill(ARTICLES);
    }
    return uri;
  }

  private void startService(String store) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(PublishService.class.getName());
    command.addAll(
        List.of(
            "--server.port=" + service,
            "--management.server.port=" + Programs.freePort(),
            "--newswire.mongodb-uri=" + store,
            "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:" + Programs.freePort(),
            "--spring.kafka.bootstrap-servers=127.0.0.1:" + Programs.freePort(),
            "--newswire.public-url=https://ban-tin.example"));
    Process process = Programs.start(command, scratch.resolve("publish-service.log"));
    running.add(() -> Programs.stop(process));
    answers.await(newswire("all.atom"), process);
  }

  private void startNginx(Path program, String workers) throws IOException {
    Path www = Files.createDirectories(scratch.resolve("www"));
    Files.writeString(www.resolve("ready"), "ready");
    Files.writeString(
        scratch.resolve("nginx.conf"),
        """
        daemon off;
        worker_processes %1$s;
        pid %2$s/nginx.pid;
        error_log %2$s/nginx-error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          gzip_static on;
          keepalive_requests 1000000000;
          default_type application/atom+xml;
          client_body_temp_path %2$s/t1; proxy_temp_path %2$s/t2; fastcgi_temp_path %2$s/t3;
          uwsgi_temp_path %2$s/t4; scgi_temp_path %2$s/t5;
          server { listen 127.0.0.1:%3$d; root %2$s/www; }
        }
        """
            .formatted(workers, scratch, nginx));
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            program.toString(),
            "-e",
            scratch.resolve("nginx-error.log").toString(),
            "-c",
            scratch.resolve("nginx.conf").toString()));
    Process process = Programs.start(command, scratch.resolve("nginx.log"));
    running.add(() -> Programs.stop(process));
    answers.await("http://127.0.0.1:" + nginx + "/ready", process);
  }

  @Override
  public synchronized void close() {
    for (int i = running.size() - 1; i >= 0; i--) {
      try {
        running.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException("can't be stopped", e);
      }
    }
    running.clear();
  }
}
