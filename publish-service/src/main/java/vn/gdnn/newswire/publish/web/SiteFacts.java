package vn.gdnn.newswire.publish.web;

import java.time.Instant;

/** What pages, feeds and lists of addresses say of the site alike. */
public final class SiteFacts {

  /** Its name. */
  public static final String NAME = "Bản tin GDNN";

  /** A date that readers believe, when nothing ever changed. */
  public static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");

  private SiteFacts() {}
}
