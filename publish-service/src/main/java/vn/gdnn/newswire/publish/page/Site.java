package vn.gdnn.newswire.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.feed.FeedFormat;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.SiteFacts;

/** Makes the frame of each page. */
@Component
class Site {

  private final Addresses addresses;
  private final Stylesheet stylesheet;
  private final List<FeedFormat> formats;

  Site(Addresses addresses, Stylesheet stylesheet, List<FeedFormat> formats) {
    this.addresses = addresses;
    this.stylesheet = stylesheet;
    this.formats = formats;
  }

  /** The frame of the home page. */
  Frame home() {
    String title = SiteFacts.NAME + ": thông báo về giáo dục nghề nghiệp";
    return frame(title, addresses.local("/"), FeedKey.ALL, false, Place.HOME);
  }

  /** The frame of the search page. */
  Frame search(String title) {
    return frame(title(title), null, FeedKey.ALL, true, Place.SEARCH);
  }

  /** The frame of a page of the archive. */
  Frame archive(String title, String address) {
    return frame(title(title), address, FeedKey.ALL, false, Place.ARCHIVE);
  }

  /** The frame of a page about one thing. */
  Frame page(String title, @Nullable String address, FeedKey feed, boolean noindex) {
    return frame(title(title), address, feed, noindex, Place.ELSEWHERE);
  }

  /** Which of the site's own lists a page is. */
  private enum Place {
    HOME,
    ARCHIVE,
    SEARCH,
    ELSEWHERE
  }

  private static String title(String title) {
    return SafeText.oneLine(title) + " | " + SiteFacts.NAME;
  }

  private Frame frame(
      String title, @Nullable String address, FeedKey feed, boolean noindex, Place place) {
    return new Frame(
        title,
        address == null ? null : addresses.absolute(address),
        noindex,
        addresses.local("/"),
        addresses.archive(),
        addresses.local("/search"),
        addresses.local(stylesheet.path()),
        addresses.local(stylesheet.icon()),
        feeds(feed),
        feeds(FeedKey.ALL),
        addresses.local("/feeds.opml"),
        addresses.local("/api"),
        place == Place.HOME,
        place == Place.ARCHIVE,
        place == Place.SEARCH);
  }

  /** A feed in every format. */
  List<Frame.FeedLink> feeds(FeedKey key) {
    return formats.stream()
        .map(
            format ->
                new Frame.FeedLink(
                    format.mediaType(),
                    format.label(),
                    addresses.feed(key) + "." + format.suffix()))
        .toList();
  }

  /** The kind's name for readers. */
  static String kindName(Kind kind) {
    return switch (kind) {
      case PERSON -> "Người";
      case UNIT -> "Đơn vị";
      case PLAN -> "Văn bản";
    };
  }

  /** The kind's name in the stylesheet. */
  static String kindClass(Kind kind) {
    return switch (kind) {
      case PERSON -> "person";
      case UNIT -> "unit";
      case PLAN -> "plan";
    };
  }
}
