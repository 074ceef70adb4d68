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
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String summary,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String image,
      @JsonProperty("date_published") Instant datePublished,
      @JsonProperty("date_modified") Instant dateModified,
      List<Author> authors,
      List<String> tags,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
      @JsonProperty("_newswire") Extension newswire) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Attachment(
      String url,
      @JsonProperty("mime_type") String mimeType,
      String title,
      @JsonProperty("size_in_bytes") @Nullable Long sizeInBytes) {}

  /** Our own: tags with what a plain word can't say, what was corrected, all pictures. */
  record Extension(
      List<Named> tags,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Picture> images) {}

  record Picture(String url, @JsonInclude(JsonInclude.Include.NON_EMPTY) String caption) {}

  record Named(String kind, String id, String name, String url) {}
}
