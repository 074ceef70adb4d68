package vn.gdnn.newswire.enrich.preview;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.gdnn.newswire.enrich.ArticleTagger;

/** {@code POST /api/tag}: the tags of a draft, for holders of the services' own key. */
@RestController
class TagController {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final long LARGEST = 4L * 1024 * 1024;

  /**
   * A draft to tag.
   *
   * @param title the headline; absent for none
   * @param body everything after it; absent for none
   * @param asOf the day by which offices are resolved; absent for today
   */
  record Request(@Nullable String title, @Nullable String body, @Nullable LocalDate asOf) {}

  private final ArticleTagger tagger;
  private final InternalKey key;

  TagController(
      ArticleTagger tagger, @Value("${newswire.enrich.internal-key-file:}") String keyFile) {
    this.tagger = tagger;
    this.key = new InternalKey(keyFile);
  }

  @PostMapping(path = "/api/tag", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> tag(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestBody Request request) {
    if (!key.opens(authorization)) {
      return problem(
          HttpStatus.UNAUTHORIZED,
          "unauthorized",
          "Only the services' own key opens this address.");
    }
    String title = request.title() == null ? "" : request.title();
    String body = request.body() == null ? "" : request.body();
    if (bytes(title) + bytes(body) > LARGEST) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "At most 4 MiB of text.");
    }
    LocalDate asOf = request.asOf() == null ? LocalDate.now(VIETNAM) : request.asOf();
    return ResponseEntity.ok(tagger.enrich(title, body, asOf));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static ResponseEntity<Object> problem(HttpStatus status, String type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:gdnn-newswire:problem:" + type));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
