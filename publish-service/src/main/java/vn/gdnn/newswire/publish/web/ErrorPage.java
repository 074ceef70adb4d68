package vn.gdnn.newswire.publish.web;

import org.springframework.http.HttpStatus;

/** Says to people what went wrong. */
@FunctionalInterface
public interface ErrorPage {

  /** The page for this status. */
  Representation of(HttpStatus status);
}
