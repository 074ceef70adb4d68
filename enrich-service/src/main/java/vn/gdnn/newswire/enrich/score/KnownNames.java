package vn.gdnn.newswire.enrich.score;

import vn.gdnn.newswire.events.Kind;

/** Tells a missed name that the tagger could have known from one that it had to recognise. */
@FunctionalInterface
public interface KnownNames {

  /** Whether these words are the name of something of that kind in the registry. */
  boolean has(Kind kind, String words);
}
