package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
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
   * Whether it names ninjs and likes nothing of ours better. Whoever names nothing, or anything,
   * gets our own form, and so does who can't be understood.
   */
  static boolean ninjs(HttpServletRequest request) {
    try {
      List<MediaType> accepted =
          MediaType.parseMediaTypes(Collections.list(request.getHeaders("Accept")));
      return quality(accepted, NINJS_TYPE) > 0
          && quality(accepted, NINJS_TYPE) >= quality(accepted, MediaType.APPLICATION_JSON);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static double quality(List<MediaType> accepted, MediaType named) {
    return accepted.stream()
        .filter(type -> type.equalsTypeAndSubtype(named))
        .mapToDouble(MediaType::getQualityValue)
        .max()
        .orElse(0);
  }
}
