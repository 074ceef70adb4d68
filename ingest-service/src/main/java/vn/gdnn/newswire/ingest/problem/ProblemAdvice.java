package vn.gdnn.newswire.ingest.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.gdnn.newswire.ingest.article.DraftRefused;
import vn.gdnn.newswire.ingest.text.UnreadableText;

/** Turns whatever a request runs into into a problem document. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  void problem(ProblemException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(request, response, e.kind(), e.getMessage(), e.errors());
  }

  @ExceptionHandler
  void refused(DraftRefused e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(request, response, ProblemKind.INVALID_DRAFT, e.getMessage(), e.errors());
  }

  @ExceptionHandler
  void unreadable(UnreadableText e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemKind kind =
        switch (e.reason()) {
          case NOT_UTF8 -> ProblemKind.NOT_UTF8;
          case OLD_ENCODING -> ProblemKind.OLD_ENCODING;
          case BINARY_FILE -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
          case TOO_MANY_TAGS -> ProblemKind.INVALID_DRAFT;
          default -> throw new IllegalStateException("no kind for " + e.reason());
        };
    writer.write(request, response, kind, e.getMessage(), List.of());
  }

  /** Tomcat tells neither which parameter nor why in a form that could be passed on. */
  @ExceptionHandler
  void undecodable(
      InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(
        request,
        response,
        ProblemKind.INVALID_REQUEST,
        "A query parameter is not percent-encoded UTF-8.",
        List.of());
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  void noSuchAddress(HttpServletRequest request, HttpServletResponse response) throws IOException {
    writer.write(
        request,
        response,
        ProblemKind.NOT_FOUND,
        "There is nothing at this address. Drafts go to POST /api/articles.",
        List.of());
  }

  @ExceptionHandler
  void noSuchMethod(
      HttpRequestMethodNotSupportedException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String[] methods = e.getSupportedMethods();
    String allowed = methods == null ? "" : String.join(", ", methods);
    response.setHeader(HttpHeaders.ALLOW, allowed);
    writer.write(
        request,
        response,
        ProblemKind.METHOD_NOT_ALLOWED,
        "This address takes " + allowed + ".",
        List.of());
  }

  /** Outermost edge: broad, for nothing else would tell the client in our words. */
  @ExceptionHandler
  void anythingElse(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isOfTheConnection(e)) {
      writer.write(
          request,
          response,
          ProblemKind.INCOMPLETE,
          "The connection ended, or nothing came for a while, before the request was here. Send it"
              + " again.",
          List.of());
      return;
    }
    LOG.error("A request to {} failed", request.getMethod(), e);
    writer.write(
        request,
        response,
        ProblemKind.INTERNAL,
        "This is not the draft's fault. Sending it again may help; if not, tell the operators the"
            + " time.",
        List.of());
  }

  /** Only the container knows: a file or another service may end with the same words. */
  private static boolean isOfTheConnection(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientAbortException || cause instanceof BadRequestException) {
        return true;
      }
    }
    return false;
  }
}
