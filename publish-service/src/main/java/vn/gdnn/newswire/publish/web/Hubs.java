package vn.gdnn.newswire.publish.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The WebSub hubs that are told of changes, and that feeds name to their readers
 * (https://www.w3.org/TR/websub/).
 */
@Component
public class Hubs {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

  private final List<String> addresses;

  /**
   * Takes their addresses.
   *
   * @param given with commas between them; blank for none
   * @throws IllegalArgumentException unless each is an http(s) address that everyone may know
   */
  public Hubs(@Value("${newswire.feeds.hub:}") String given) {
    addresses =
        BETWEEN.splitAsStream(given.strip()).filter(part -> !part.isEmpty()).distinct().toList();
    for (String address : addresses) {
      if (!address.matches("https?://[!-~&&[^<>\"'@]]+")) {
        throw new IllegalArgumentException(
            "WEBSUB_HUB must be a hub's address like https://hub.example.org/, or several with"
                + " commas between them, each without user and password");
      }
    }
  }

  /** Their addresses, in the order given. */
  public List<String> addresses() {
    return addresses;
  }

  /**
   * Names them in an answer's header, and the address to subscribe to (section 4 of the
   * recommendation). Nothing without hubs.
   *
   * @param topic the full address of what is answered
   */
  public void announce(String topic, HttpServletResponse response) {
    if (addresses.isEmpty()) {
      return;
    }
    for (String hub : addresses) {
      response.addHeader("Link", "<" + hub + ">; rel=\"hub\"");
    }
    response.addHeader("Link", "<" + topic + ">; rel=\"self\"");
  }
}
