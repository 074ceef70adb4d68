package vn.gdnn.newswire.quickstart.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** Files of text, exactly as they are. */
public final class TextFile {

  private TextFile() {}

  /**
   * Reads a file.
   *
   * @throws Refusal when it can't be read, or is not UTF-8
   */
  public static String read(Path file) {
    try {
      return decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new Refusal("There is no file %s that can be read.".formatted(file), unreadable);
    }
  }

  /** Decodes bytes; nothing is replaced, since offsets count in what comes out. */
  public static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw new Refusal("%s is not UTF-8: convert it first.".formatted(name), other);
    }
  }
}
