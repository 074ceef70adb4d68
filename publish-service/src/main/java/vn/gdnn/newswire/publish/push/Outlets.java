package vn.gdnn.newswire.publish.push;

import java.util.List;

/** Those of one kind who are told of changes. */
@FunctionalInterface
public interface Outlets {

  /** All of them, each with a name of its own. */
  List<Outlet> all();
}
