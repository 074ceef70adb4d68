package vn.gdnn.newswire.publish.prose;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of pictures and files, as any reader can follow them. Ingest takes only http and https
 * ones; here stands what every format can hold.
 */
public final class WebAddress {

  private static final int LONGEST = 4_000;
  private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+)(:[0-9]{1,5})?");
  private static final String UNTOUCHED = ";/?:@&=+$.-_!~*'()%,#";

  private WebAddress() {}

  /**
   * The address in ASCII: the host by IDNA, all else percent-encoded, with a path of at least a
   * slash. Empty unless it is http or https, with a host that has a name or a number in dots, and
   * no user name.
   */
  public static Optional<String> of(String given) {
    try {
      URI uri = new URI(isPlain(given) ? given : "");
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      Matcher authority =
          AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
      if (!scheme.matches("https?") || !authority.matches()) {
        return Optional.empty();
      }
      String host = IDN.toASCII(authority.group(1), IDN.USE_STD3_ASCII_RULES);
      String port = authority.group(2) == null ? "" : authority.group(2);
      return Optional.of(scheme + "://" + host + port + encoded(rest(uri)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String given) {
    return given.length() <= LONGEST && given.equals(SafeText.visible(given));
  }

  /** Scheme, host and port: where an address leads, as a page's policy names it. */
  public static String origin(String address) {
    int end = address.indexOf('/', "https://".length());
    return end < 0 ? address : address.substring(0, end);
  }

  private static String rest(URI uri) {
    String path = uri.getRawPath();
    return (path.isEmpty() ? "/" : path)
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
        + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean word = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (word || UNTOUCHED.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append("%02X".formatted((int) c));
      }
    }
    return out.toString();
  }
}
