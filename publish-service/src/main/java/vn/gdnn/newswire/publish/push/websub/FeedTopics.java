package vn.gdnn.newswire.publish.push.websub;

import java.util.List;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.Addresses;

/** The addresses that readers subscribe to, as feeds give them for themselves. */
final class FeedTopics {

  /** The feed of changes, which is no list of the keeper's; it has one format. */
  static final String CHANGES = "changes";

  private final Addresses addresses;
  private final List<String> suffixes;

  /**
   * Makes one.
   *
   * @param suffixes of the formats that feeds come in
   */
  FeedTopics(Addresses addresses, List<String> suffixes) {
    this.addresses = addresses;
    this.suffixes = List.copyOf(suffixes);
  }

  /** The address of a feed in each of its formats. */
  List<String> of(String path) {
    if (path.equals(CHANGES)) {
      return List.of(addresses.absolute(addresses.local("/feeds/changes.atom")));
    }
    String feed = addresses.absolute(addresses.feed(key(path)));
    return suffixes.stream().map(suffix -> feed + "." + suffix).toList();
  }

  private static FeedKey key(String path) {
    int slash = path.indexOf('/');
    return slash < 0
        ? FeedKey.ALL
        : FeedKey.of(Addresses.kind(path.substring(0, slash)), path.substring(slash + 1));
  }
}
