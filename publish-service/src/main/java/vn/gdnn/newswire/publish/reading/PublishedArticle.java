package vn.gdnn.newswire.publish.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an article is published.
 *
 * @param id id of the article
 * @param updatedAt when the event that made its revision was received; absent for one kept before
 *     that was noted beside it
 */
public record PublishedArticle(UUID id, @Nullable Instant updatedAt) {}
