package vn.gdnn.newswire.ingest.article;

/**
 * What is wrong with one field.
 *
 * @param field its name as it is sent, for example {@code images[0].url}
 * @param detail what a person should do about it
 */
public record FieldError(String field, String detail) {}
