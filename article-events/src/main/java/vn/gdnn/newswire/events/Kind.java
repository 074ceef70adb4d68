package vn.gdnn.newswire.events;

/** What a tag names. The same three words stand in code, JSON, MongoDB, feeds and documentation. */
public enum Kind {
  /** A real individual, by personal name. */
  PERSON,
  /** A named organisation or organisational body. */
  UNIT,
  /** A named or numbered instrument that people act on: law, decree, strategy, scheme. */
  PLAN
}
