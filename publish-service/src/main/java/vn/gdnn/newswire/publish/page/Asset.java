package vn.gdnn.newswire.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.CRC32;
import vn.gdnn.newswire.publish.web.Representation;

/**
 * A file that pages need. They name it with a checksum, so that a new one is not mistaken for the
 * one a browser keeps.
 *
 * @param path its path on the site, with the checksum
 * @param bytes what is served there
 */
record Asset(String path, Representation bytes) {

  /** Reads it from {@code /static}. */
  static Asset read(String path, String mediaType) {
    try (InputStream in = Asset.class.getResourceAsStream("/static" + path)) {
      byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      return new Asset(
          path + "?v=" + Long.toHexString(checksum.getValue()),
          Representation.lasting(mediaType, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
  }
}
