package vn.gdnn.newswire.ingest.structure;

/** What a stretch of a draft is. */
enum Part {
  HEADLINE("headline"),
  LEAD("lead"),
  PARAGRAPH("paragraph"),
  CAPTION("caption"),
  SIGNATURE("signature");

  private final String wire;

  Part(String wire) {
    this.wire = wire;
  }

  /** The name in events. */
  String wire() {
    return wire;
  }
}
