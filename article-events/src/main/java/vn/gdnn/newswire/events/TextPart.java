package vn.gdnn.newswire.events;

/**
 * A part of a draft's structure as it was found.
 *
 * @param part what it is: {@code headline}, {@code lead}, {@code paragraph}, {@code caption} or
 *     {@code signature}
 * @param field the text it stands in
 * @param start first UTF-16 code unit
 * @param end code unit after the last
 */
public record TextPart(String part, Field field, int start, int end) implements Span {}
