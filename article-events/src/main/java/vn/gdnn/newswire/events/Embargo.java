package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says of an embargo. No {@code Embargo} at all leaves one that is running as it is;
 * one without a time lifts it.
 *
 * @param until when readers may see the article
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Embargo(@Nullable Instant until) {}
