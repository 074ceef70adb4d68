package vn.gdnn.newswire.publish.feed.rss;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.feed.Feed;
import vn.gdnn.newswire.publish.feed.FeedFormat;
import vn.gdnn.newswire.publish.feed.XmlBytes;

/** Writes RSS 2.0. */
@Component
@Order(1)
class RssFormat implements FeedFormat {

  @Override
  public String suffix() {
    return "rss";
  }

  @Override
  public String label() {
    return "RSS";
  }

  @Override
  public String mediaType() {
    return "application/rss+xml";
  }

  @Override
  public byte[] write(Feed feed) {
    return XmlBytes.of(
        RssMapping.of(feed, feed.address() + "." + suffix(), mediaType()),
        feed.ids(),
        "guid",
        RssMapping::finish);
  }
}
