package vn.gdnn.newswire.publish.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;

/** Names that articles hold and the registry does not know, for editors: who belongs into it. */
public interface UnknownNames {

  /**
   * Where a list goes on.
   *
   * @param articles how many articles named the last one
   * @param path its {@link FeedKey#path()}
   */
  record Position(int articles, String path) {}

  /**
   * Those that published articles name, the most often named first. Counts change while somebody
   * turns pages: a name whose count has changed may be seen twice or not at all.
   *
   * @param kind only of this kind, or of all
   * @param after only those behind this position
   * @param limit how many at most
   * @throws NewsUnavailable when the store is away
   */
  List<Entity> named(@Nullable Kind kind, @Nullable Position after, int limit);
}
