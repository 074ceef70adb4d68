package vn.gdnn.newswire.publish.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Up to where a reader knows the changes, as opaque text.
 *
 * @param epoch the log's epoch: numbers of another one say nothing here
 * @param number the last change it has; 0 for none
 */
record ChangeCursor(int epoch, long number) {

  private static final String VERSION = "c1";

  /** The text that readers give back. */
  String text() {
    String plain = VERSION + " " + epoch + " " + number;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The cursor of a text.
   *
   * @throws IllegalArgumentException when it is not one of ours
   */
  static ChangeCursor of(String text) {
    String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    if (!plain.matches(VERSION + " \\d{1,9} \\d{1,18}")) {
      throw new IllegalArgumentException("not a cursor of the changes");
    }
    String[] parts = plain.split(" ");
    return new ChangeCursor(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
  }
}
