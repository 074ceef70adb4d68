package vn.gdnn.newswire.publish.push.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.push.outbound.Answer.Result;

/**
 * Posts to others, whoever they are. Redirects are not followed, since only the address that we
 * were given was agreed on; of an answer's body at most 64 KiB are read, and thrown away. An answer
 * counts by its status, also when its body then stalls. May be used by many threads; one that waits
 * holds up no other.
 */
public final class Outbound implements AutoCloseable {

  private static final int MOST_BODY = 64 * 1024;
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final Limits limits;
  private final String userAgent;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "push-http");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable HttpClient http;

  /**
   * Makes one.
   *
   * @param userAgent who we say we are
   */
  public Outbound(Limits limits, String userAgent, Clock clock) {
    this.limits = limits;
    this.userAgent = userAgent;
    this.clock = clock;
  }

  /** Made at first use: it has a thread of its own, and most instances have nobody to tell. */
  private synchronized HttpClient http() {
    HttpClient made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(limits.connect())
              .executor(threads)
              .build();
      http = made;
    }
    return made;
  }

  /**
   * Posts, and waits for what becomes of it.
   *
   * @param headers more headers, the body's Content-Type among them
   * @throws InterruptedException when the thread is; the request is given up then
   */
  public Answer post(Destination to, Map<String, String> headers, byte[] body)
      throws InterruptedException {
    Answer barred = to.mayBePrivate() ? null : barred(to);
    if (barred != null) {
      return barred;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.uri())
            .timeout(limits.answer())
            .header("User-Agent", userAgent)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  private Answer send(HttpRequest request) throws InterruptedException {
    AtomicReference<HttpResponse.@Nullable ResponseInfo> head = new AtomicReference<>();
    CompletableFuture<HttpResponse<Void>> exchange =
        http()
            .sendAsync(
                request,
                info -> {
                  head.set(info);
                  return new Discarded();
                });
    Answer without;
    try {
      exchange.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
      without = Answer.none(Result.UNREACHABLE, "the connection broke");
    } catch (TimeoutException e) {
      without = Answer.none(Result.TIMEOUT, "did not answer in time");
    } catch (ExecutionException e) {
      without = failed(e.getCause());
    } finally {
      exchange.cancel(true);
    }
    HttpResponse.ResponseInfo answered = head.get();
    return answered == null ? without : Answer.of(answered.statusCode(), retryAfter(answered));
  }

  private static Answer failed(@Nullable Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return Answer.none(Result.TIMEOUT, "did not answer in time");
    }
    // The kind of fault only: messages may repeat the address.
    String kind = cause == null ? "unknown" : cause.getClass().getSimpleName();
    return Answer.none(
        Result.UNREACHABLE,
        cause instanceof IOException ? "can't be reached (" + kind + ")" : "failed with " + kind);
  }

  /**
   * Why nothing may be sent there. Java keeps what it looked up for some seconds, so the connection
   * is made to what was looked at here.
   */
  private @Nullable Answer barred(Destination to) throws InterruptedException {
    Future<InetAddress[]> lookUp =
        threads.submit(() -> InetAddress.getAllByName(to.uri().getHost()));
    try {
      for (InetAddress address : lookUp.get(limits.connect().toMillis(), TimeUnit.MILLISECONDS)) {
        if (!PublicAddresses.isPublic(address)) {
          return Answer.none(
              Result.BLOCKED, "its name leads to an address that is not in the open internet");
        }
      }
      return null;
    } catch (TimeoutException e) {
      return Answer.none(Result.TIMEOUT, "its name can't be looked up in time");
    } catch (ExecutionException e) {
      return Answer.none(
          Result.UNREACHABLE,
          e.getCause() instanceof UnknownHostException
              ? "its name is not known"
              : "its name can't be looked up");
    } finally {
      lookUp.cancel(true);
    }
  }

  private @Nullable Duration retryAfter(HttpResponse.ResponseInfo answered) {
    String value = answered.headers().firstValue("Retry-After").orElse("").strip();
    Duration asked = null;
    if (value.matches("\\d{1,9}")) {
      asked = Duration.ofSeconds(Long.parseLong(value));
    } else if (!value.isEmpty()) {
      try {
        Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
        asked = Duration.between(clock.instant(), until);
      } catch (DateTimeException e) {
        return null;
      }
    }
    return asked == null || asked.isNegative()
        ? null
        : asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Reads so much of a body that the connection can be used again, and no more. */
  private static final class Discarded implements HttpResponse.BodySubscriber<Void> {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long read;

    @Override
    public CompletionStage<Void> getBody() {
      return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        read += buffer.remaining();
      }
      Flow.Subscription given = subscription;
      if (given == null) {
        return;
      }
      if (read > MOST_BODY) {
        given.cancel();
        done.complete(null);
      } else {
        given.request(1);
      }
    }

    @Override
    public void onError(Throwable fault) {
      done.complete(null);
    }

    @Override
    public void onComplete() {
      done.complete(null);
    }
  }
}
