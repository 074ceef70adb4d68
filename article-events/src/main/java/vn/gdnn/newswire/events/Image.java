package vn.gdnn.newswire.events;

import org.jspecify.annotations.Nullable;

/**
 * A picture that belongs to an article.
 *
 * @param url absolute http(s) address
 * @param caption words beneath it
 */
public record Image(String url, @Nullable String caption) {}
