package vn.gdnn.newswire.events;

import org.jspecify.annotations.Nullable;

/**
 * An official document that belongs to an article.
 *
 * @param url absolute http(s) address
 * @param title what readers see
 * @param type media type
 * @param size length in bytes
 */
public record Attachment(
    String url, @Nullable String title, @Nullable String type, @Nullable Long size) {}
