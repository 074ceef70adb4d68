package vn.gdnn.newswire.events;

import java.util.List;

/**
 * A singular mention of an office, bare or beside a name, with all its holders: the article's date,
 * which a correction may move, decides who is meant.
 *
 * @param field the text it stands in
 * @param start first UTF-16 code unit
 * @param end code unit after the last
 * @param surface the words there
 * @param title the office as the registry writes it
 * @param unitId the unit it is an office of
 * @param holders who held it, earliest first
 */
public record OfficeMention(
    Field field,
    int start,
    int end,
    String surface,
    String title,
    String unitId,
    List<Holder> holders)
    implements Span {

  /** Copies the list. */
  public OfficeMention {
    holders = List.copyOf(holders);
  }
}
