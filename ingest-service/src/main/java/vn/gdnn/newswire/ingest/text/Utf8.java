package vn.gdnn.newswire.ingest.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import vn.gdnn.newswire.ingest.text.UnreadableText.Reason;

/** Decodes UTF-8 and nothing else, and says what the bytes are instead. */
public final class Utf8 {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int ENOUGH_TO_TELL = 64 * 1024;

  private Utf8() {}

  /**
   * Decodes bytes.
   *
   * @throws UnreadableText when they are not UTF-8
   */
  public static String decode(byte[] bytes) {
    refuseFiles(bytes);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw notUtf8(bytes, in.position());
    }
    return out.flip().toString();
  }

  private static UnreadableText notUtf8(byte[] bytes, int position) {
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      return new UnreadableText(
          Reason.NOT_UTF8, "The text is UTF-16. Save it as UTF-8 and send it again.");
    }
    String western = new String(bytes, 0, Math.min(bytes.length, ENOUGH_TO_TELL), WESTERN);
    OldEncodings.nameOf(western)
        .ifPresent(
            name -> {
              throw OldEncodings.refusal(name);
            });
    return new UnreadableText(
        Reason.NOT_UTF8,
        "Byte %d is not UTF-8. Save the text as UTF-8 and send it again.".formatted(position));
  }

  private static void refuseFiles(byte[] bytes) {
    if (startsWith(bytes, '%', 'P', 'D', 'F', '-')) {
      throw binary("a PDF file: copy its text, or send the document it was made from");
    }
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw binary("an old Word file (.doc): save it as plain text (UTF-8)");
    }
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw binary("a zip file, as .docx is: save it as plain text (UTF-8)");
    }
    if (startsWith(bytes, '{', '\\', 'r', 't', 'f')) {
      throw binary("an RTF file: save it as plain text (UTF-8)");
    }
  }

  private static UnreadableText binary(String what) {
    return new UnreadableText(Reason.BINARY_FILE, "This is " + what + " and send that.");
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
