package vn.gdnn.newswire.publish.push.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where requests go. As text it is only its scheme, host and port: the rest of an address may be
 * what lets one in.
 *
 * @param uri the whole address
 * @param mayBePrivate whether its name may lead to an address that is not in the open internet
 */
public record Destination(URI uri, boolean mayBePrivate) {

  /**
   * Reads an address.
   *
   * @param what whose it is, for what is said when it is none; the address itself is not repeated
   * @throws IllegalArgumentException unless it is an http or https address with a host and without
   *     user or fragment
   */
  public static Destination of(String what, String address, boolean mayBePrivate) {
    try {
      URI uri = new URI(address.strip());
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && uri.getPort() <= 65535) {
        return new Destination(uri, mayBePrivate);
      }
    } catch (URISyntaxException e) {
      // Said below: the exception repeats the address.
    }
    throw new IllegalArgumentException(
        what
            + " must be an address like https://example.org/news, of http or https, without user,"
            + " password and fragment");
  }

  /** Tells addresses apart without telling what they are. */
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(uri.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }
}
