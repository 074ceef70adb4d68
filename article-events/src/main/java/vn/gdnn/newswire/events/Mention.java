package vn.gdnn.newswire.events;

/**
 * One place where a tag's entity is named.
 *
 * @param field the text it stands in
 * @param start first UTF-16 code unit
 * @param end code unit after the last
 * @param surface the words there, so that anyone can check
 * @param rule the rule, entry or model that made it
 * @param confidence from 0 to 1
 */
public record Mention(
    Field field, int start, int end, String surface, String rule, double confidence)
    implements Span {}
