package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which form of an article a request prefers (RFC 9110, section 12.5.1). */
final class Accepted {

  /** IPTC has registered no media type for ninjs; this one is made as those of its others are. */
  static final String NINJS = "application/vnd.iptc.ninjs+json";

  private static final MediaType NINJS_TYPE = MediaType.parseMediaType(NINJS);

  private Accepted() {}

  /**
   * Whether it names ninjs and likes our own form no better, be it by a wildcard. Whoever names
   * nothing, or anything, gets our own form, and so does who can't be understood.
   */
  static boolean ninjs(HttpServletRequest request) {
    try {
      List<MediaType> accepted =
          MediaType.parseMediaTypes(Collections.list(request.getHeaders("Accept")));
      boolean named = accepted.stream().anyMatch(type -> type.equalsTypeAndSubtype(NINJS_TYPE));
      double ninjs = quality(accepted, NINJS_TYPE);
      return named && ninjs > 0 && ninjs >= quality(accepted, MediaType.APPLICATION_JSON);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /** That of the most specific range that has the form in it. */
  private static double quality(List<MediaType> accepted, MediaType form) {
    return accepted.stream()
        .filter(range -> range.includes(form))
        .max(
            Comparator.comparingInt(Accepted::specificity)
                .thenComparingDouble(MediaType::getQualityValue))
        .map(MediaType::getQualityValue)
        .orElse(0.0);
  }

  private static int specificity(MediaType range) {
    return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
  }
}
