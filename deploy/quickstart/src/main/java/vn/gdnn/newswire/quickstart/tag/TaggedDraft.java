package vn.gdnn.newswire.quickstart.tag;

import java.util.List;
import vn.gdnn.newswire.enrich.DatedTags;

/**
 * A draft with its tags, shaped as in the document that readers get.
 *
 * @param file as it was named on the command line
 * @param title the headline; the text that offsets of field {@code title} count in
 * @param body all after it; the text that offsets of field {@code body} count in
 */
public record TaggedDraft(
    String file,
    String title,
    String body,
    List<DatedTags.Named> tags,
    List<DatedTags.Office> offices) {}
