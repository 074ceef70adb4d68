package vn.gdnn.newswire.publish.revision;

import java.util.Optional;
import java.util.UUID;

/** Every revision of every article. */
public interface Revisions {

  /** One tagging of one revision. */
  Optional<Revision> find(UUID id, int revision, int tagging);

  /** Adds it. The same revision again changes nothing. */
  void save(Revision revision);
}
