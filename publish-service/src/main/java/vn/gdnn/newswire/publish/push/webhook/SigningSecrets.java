package vn.gdnn.newswire.publish.push.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.gdnn.newswire.http.KeyFile;

/**
 * Signs as Standard Webhooks 1.0.0 says (https://www.standardwebhooks.com): HMAC-SHA256 over id,
 * time and body, with a full stop between them. The secrets are in a file, a line each; with two of
 * them there are two signatures, so a receiver can go over from one to the other. The file may come
 * later than the service and may be replaced.
 */
final class SigningSecrets {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final int MOST = 4;

  private final KeyFile file;

  SigningSecrets(String receiver, String path) {
    this.file = KeyFile.ofSeveral(path, "secret-file of receiver " + receiver);
  }

  /**
   * The header {@code webhook-signature}.
   *
   * @param id the header {@code webhook-id}
   * @param seconds the header {@code webhook-timestamp}
   * @throws Unsigned when there is no secret, or one can't be read
   */
  String sign(String id, long seconds, byte[] body) throws Unsigned {
    byte[] before = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
    List<String> signatures = new ArrayList<>();
    for (byte[] secret : secrets()) {
      Mac mac = mac(secret);
      mac.update(before);
      signatures.add("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
    }
    return String.join(" ", signatures);
  }

  private List<byte[]> secrets() throws Unsigned {
    Optional<String> text = file.key();
    if (text.isEmpty()) {
      throw new Unsigned(file.missing());
    }
    List<String> lines =
        text.get().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > MOST) {
      throw new Unsigned("The secret file holds more than " + MOST + " lines.");
    }
    List<byte[]> secrets = new ArrayList<>();
    for (String line : lines) {
      secrets.add(
          secret(line)
              .orElseThrow(
                  () ->
                      new Unsigned(
                          "Line %d of the secret file is not %s and base64 of %d to %d bytes."
                              .formatted(lines.indexOf(line) + 1, PREFIX, SHORTEST, LONGEST))));
    }
    return secrets;
  }

  private static Optional<byte[]> secret(String line) {
    if (!line.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] secret = Base64.getDecoder().decode(line.substring(PREFIX.length()));
      return secret.length < SHORTEST || secret.length > LONGEST
          ? Optional.empty()
          : Optional.of(secret);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Mac mac(byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** There is nothing to sign with. The message says why, and holds no secret. */
  static final class Unsigned extends Exception {
    private static final long serialVersionUID = 1L;

    Unsigned(String message) {
      super(message);
    }
  }
}
