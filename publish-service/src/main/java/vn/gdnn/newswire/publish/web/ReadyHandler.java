package vn.gdnn.newswire.publish.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is at hand on the thread that read the request, and hands all else to a thread of
 * the pool, where it goes the usual way. Most readers ask for a feed that has not changed: that
 * costs no change of threads, no servlet and no look-up but one. Nothing here waits, a reader that
 * takes its bytes slowly included: they are written as the connection takes them.
 */
final class ReadyHandler extends Handler.Wrapper {

  private final Executor pool;
  private final List<ReadyAnswers> ready;

  /** Each answer's headers as they go over the wire, as long as the answer is kept. */
  private final Cache<Representation.Answer, HttpFields> encoded =
      Caffeine.newBuilder().weakKeys().build();

  ReadyHandler(Handler next, Executor pool, List<ReadyAnswers> ready) {
    super(next);
    this.pool = pool;
    this.ready = List.copyOf(ready);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Asked asked = new AskedOfJetty(request);
    ReadyAnswers.Ready ready = find(request, asked);
    if (ready == null) {
      handOver(request, response, callback);
      return true;
    }
    Representation.Answer answer = ready.representation().answer(asked);
    response.setStatus(answer.status());
    response.getHeaders().add(encoded.get(answer, ReadyHandler::encode));
    boolean whole = answer.body().length > 0 && "GET".equals(request.getMethod());
    response.write(
        true,
        whole ? ByteBuffer.wrap(answer.body()) : null,
        new Callback.Nested(callback) {
          @Override
          public void succeeded() {
            // While the request can still be read.
            ready.answered(asked, answer.status());
            super.succeeded();
          }
        });
    return true;
  }

  private ReadyAnswers.@Nullable Ready find(Request request, Asked asked) {
    String method = request.getMethod();
    if (!("GET".equals(method) || "HEAD".equals(method)) || hasBody(request)) {
      return null;
    }
    String path = request.getHttpURI().getPath();
    for (ReadyAnswers answers : ready) {
      if (path != null && path.startsWith(answers.prefix())) {
        return answers.at(path, asked);
      }
    }
    return null;
  }

  private static boolean hasBody(Request request) {
    return request.getLength() > 0
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        || request.getHeaders().contains(HttpHeader.EXPECT);
  }

  private void handOver(Request request, Response response, Callback callback) {
    try {
      pool.execute(() -> goOn(request, response, callback));
    } catch (RejectedExecutionException stopping) {
      Response.writeError(request, response, callback, 503);
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingThrowable")
  private void goOn(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable failure) {
      // As the server does with what a handler throws.
      Response.writeError(request, response, callback, failure);
    }
  }

  private static HttpFields encode(Representation.Answer answer) {
    HttpFields.Mutable fields = HttpFields.build();
    SafetyHeaders.OF_OPEN.forEach(header -> fields.add(field(header)));
    answer.headers().forEach(header -> fields.add(field(header)));
    if (answer.status() == 200) {
      fields.add(
          new PreEncodedHttpField(
              HttpHeader.CONTENT_LENGTH, Integer.toString(answer.body().length)));
    }
    return fields.asImmutable();
  }

  private static HttpField field(Representation.Header header) {
    return new PreEncodedHttpField(header.name(), header.value());
  }

  private record AskedOfJetty(Request request) implements Asked {

    @Override
    public Enumeration<String> headers(String name) {
      return request.getHeaders().getValues(name);
    }

    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public @Nullable String query() {
      return request.getHttpURI().getQuery();
    }
  }
}
