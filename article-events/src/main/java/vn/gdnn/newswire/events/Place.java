package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an event stands in {@code articles.ingested.v1}. It orders the events of one article,
 * travels with an event and is never changed. Its text form is {@code epoch-offset}, for example
 * {@code 1-42}.
 *
 * @param epoch rises when the topic is re-created or repartitioned, from 1
 * @param offset the record's offset in its partition, from 0
 */
public record Place(int epoch, long offset) implements Comparable<Place> {

  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})-(0|[1-9][0-9]{0,17})");
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::epoch).thenComparingLong(Place::offset);

  /** Checks the bounds. */
  public Place {
    if (epoch < 1 || offset < 0) {
      throw new IllegalArgumentException("no place: " + epoch + "-" + offset);
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is something else
   */
  @JsonCreator
  public static Place parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a place looks like 1-42, not like this");
    }
    return new Place(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @JsonValue
  @Override
  public String toString() {
    return epoch + "-" + offset;
  }
}
