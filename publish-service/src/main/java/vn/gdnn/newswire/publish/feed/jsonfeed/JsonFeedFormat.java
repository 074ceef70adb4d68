package vn.gdnn.newswire.publish.feed.jsonfeed;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.feed.Feed;
import vn.gdnn.newswire.publish.feed.FeedFormat;

/**
 * Writes JSON Feed 1.1. Has a mapper of its own, so that no setting of the service changes a feed's
 * bytes.
 */
@Component
@Order(3)
class JsonFeedFormat implements FeedFormat {

  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public String suffix() {
    return "json";
  }

  @Override
  public String label() {
    return "JSON Feed";
  }

  @Override
  public String mediaType() {
    return "application/feed+json";
  }

  @Override
  public byte[] write(Feed feed) {
    try {
      byte[] bytes =
          json.writeValueAsBytes(JsonFeedMapping.of(feed, feed.address() + "." + suffix()));
      if (!readBack(bytes).equals(feed.ids())) {
        throw new IllegalArgumentException("other items were read back than were written");
      }
      return bytes;
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnfitFeed(e);
    }
  }

  private List<String> readBack(byte[] bytes) {
    List<String> ids = new ArrayList<>();
    json.readTree(bytes).get("items").forEach(item -> ids.add(item.get("id").asString()));
    return ids;
  }
}
