package vn.gdnn.newswire.publish.feed.jsonfeed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire type, in the words of the standard: https://www.jsonfeed.org/version/1.1/. */
record JsonFeed(
    String version,
    String title,
    @JsonProperty("home_page_url") String homePageUrl,
    @JsonProperty("feed_url") String feedUrl,
    @JsonProperty("next_url") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextUrl,
    String description,
    List<Author> authors,
    String language,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Hub> hubs,
    List<Item> items) {

  record Author(String name) {}

  record Hub(String type, String url) {}

  record Item(
      String id,
      String url,
      String title,
      @JsonProperty("content_html") String contentHtml,
      String summary,
      @JsonProperty("date_published") Instant datePublished,
      @JsonProperty("date_modified") Instant dateModified,
      List<Author> authors,
      List<String> tags,
      @JsonProperty("_newswire") Extension newswire) {}

  /** Our own: tags with what a plain word can't say. */
  record Extension(List<Named> tags) {}

  record Named(String kind, String id, String name, String url) {}
}
