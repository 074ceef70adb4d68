package vn.gdnn.newswire.enrich.preview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.gdnn.newswire.enrich.DatedTags;
import vn.gdnn.newswire.enrich.Enrichment;
import vn.gdnn.newswire.enrich.MentionLimit;
import vn.gdnn.newswire.enrich.live.LiveTagger;

/** {@code POST /api/tag}: the tags of a draft, for those who hold the services' own key. */
@RestController
class TagController {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * A draft to tag.
   *
   * @param title the headline; absent for none
   * @param body everything after it; absent for none
   * @param asOf the day by which offices are resolved; absent for today
   */
  record Request(@Nullable String title, @Nullable String body, @Nullable LocalDate asOf) {}

  /**
   * What it names.
   *
   * @param tags people, units and plans, in the order in which they are first named
   * @param offices mentions of offices that somebody is known to have held that day
   * @param registry version of the registry that was used
   * @param cut mentions left out, above what an event holds
   */
  record Tagged(
      List<DatedTags.Named> tags, List<DatedTags.Office> offices, String registry, int cut) {}

  private final LiveTagger tagger;

  TagController(LiveTagger tagger) {
    this.tagger = tagger;
  }

  @PostMapping(path = "/api/tag", consumes = MediaType.APPLICATION_JSON_VALUE)
  Tagged tag(@RequestBody Request request) {
    String title = request.title() == null ? "" : request.title();
    String body = request.body() == null ? "" : request.body();
    LocalDate asOf = request.asOf() == null ? LocalDate.now(VIETNAM) : request.asOf();
    Enrichment found = tagger.now().enrich(title, body, asOf);
    MentionLimit limited = MentionLimit.of(found);
    DatedTags dated = DatedTags.of(limited.tags(), limited.offices(), asOf);
    return new Tagged(dated.tags(), dated.offices(), found.registry(), limited.cut());
  }
}
