package vn.gdnn.newswire.publish.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * Answers what fails: programs (under {@code /api} and {@code /feeds}) get a problem document,
 * people a page.
 */
@Controller
@ControllerAdvice
class FailureAnswers implements ErrorController {

  private static final Logger log = LoggerFactory.getLogger(FailureAnswers.class);
  private static final String RETRY_SECONDS = "15";

  private final ErrorPage errorPage;
  private final JsonMapper json = JsonMapper.builder().build();

  FailureAnswers(ErrorPage errorPage) {
    this.errorPage = errorPage;
  }

  @ExceptionHandler
  void refused(Problem.Refused e, HttpServletRequest request, HttpServletResponse response) {
    answer(e.problem(), request.getRequestURI(), request, response);
  }

  @ExceptionHandler
  void unavailable(NewsUnavailable e, HttpServletRequest request, HttpServletResponse response) {
    log.warn("Not answered, {}", e.getMessage(), e);
    Problem problem =
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "Unavailable",
            "The articles can't be read now. Ask again in " + RETRY_SECONDS + " seconds.");
    answer(problem, request.getRequestURI(), request, response);
  }

  @ExceptionHandler
  void any(Exception e, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      return;
    }
    if (e instanceof ErrorResponse known) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
      answer(byStatus(known.getStatusCode().value()), request.getRequestURI(), request, response);
      return;
    }
    log.error("Failed: {} {}", request.getMethod(), request.getRequestURI(), e);
    answer(byStatus(500), request.getRequestURI(), request, response);
  }

  /** What the container refused before any handler saw it. */
  @RequestMapping("${spring.web.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Problem problem = byStatus(status instanceof Integer code ? code : 404);
    answer(problem, Objects.requireNonNullElse(path, "/").toString(), request, response);
  }

  private static Problem byStatus(int code) {
    HttpStatus status =
        Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.BAD_REQUEST);
    return switch (status) {
      case NOT_FOUND -> Problem.notFound("Nothing is at this address.");
      case METHOD_NOT_ALLOWED ->
          Problem.of(
              status,
              "method-not-allowed",
              "Method not allowed",
              "This address can only be read: use GET or HEAD.");
      case INTERNAL_SERVER_ERROR ->
          Problem.of(
              status,
              "internal",
              "Internal error",
              "This service failed at it; it is logged. Asking again may not help.");
      default -> Problem.of(status, "refused", status.getReasonPhrase(), detail(status));
    };
  }

  /** What is true of any answer with this status, and what to do about it. */
  private static String detail(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "This address answers only who shows a key.";
      case FORBIDDEN -> "This address does not answer you.";
      case NOT_ACCEPTABLE -> "What is here does not come in a form that you accept.";
      case CONTENT_TOO_LARGE, URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE ->
          "The request is too large. Ask for less at once.";
      case TOO_MANY_REQUESTS -> "Too many requests. Ask again later.";
      case SERVICE_UNAVAILABLE, BAD_GATEWAY, GATEWAY_TIMEOUT ->
          "This can't be answered now. Ask again in " + RETRY_SECONDS + " seconds.";
      default ->
          status.is5xxServerError()
              ? "This service failed at it. Asking again may not help."
              : "The request could not be understood.";
    };
  }

  private void answer(
      Problem problem, String path, HttpServletRequest request, HttpServletResponse response) {
    response.resetBuffer();
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader("Retry-After", RETRY_SECONDS);
    }
    if (List.of("/api", "/feeds", "/internal").stream().anyMatch(path::startsWith)) {
      byte[] body = json.writeValueAsBytes(problem);
      Representation.of(Problem.MEDIA_TYPE, body, null).send(problem.status(), request, response);
    } else {
      errorPage.of(HttpStatus.valueOf(problem.status())).send(problem.status(), request, response);
    }
    response.setHeader("Cache-Control", "no-store");
  }
}
