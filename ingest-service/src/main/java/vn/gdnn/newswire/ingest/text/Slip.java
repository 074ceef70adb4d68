package vn.gdnn.newswire.ingest.text;

/** What text is cleaned of, or kept with care; each is counted. */
public enum Slip {
  /** A byte order mark, anywhere: removed. */
  BOM("bom"),
  /** A carriage return: removed. In a text without any line feed it is the line break. */
  CARRIAGE_RETURN("carriage-return"),
  /** A C0 control character other than line feed and tab: removed. */
  CONTROL("control"),
  /** Half of a surrogate pair: removed. */
  SURROGATE("surrogate"),
  /** A character that was not NFC: composed. */
  DECOMPOSED("decomposed"),
  /**
   * A run of more than thirty combining marks: broken by U+034F, as the Stream-Safe Text Format of
   * UAX #15 says, since longer runs take quadratic time to normalise.
   */
  STACKED_MARKS("stacked-marks"),
  /** A bidirectional control: stays, and is isolated on output. */
  BIDI("bidi");

  private final String wire;

  Slip(String wire) {
    this.wire = wire;
  }

  /** The name in counters. */
  public String wire() {
    return wire;
  }
}
