package vn.gdnn.newswire.publish.reading;

import org.jspecify.annotations.Nullable;

/**
 * How far what readers see has come.
 *
 * @param newest the newest change; null before the first
 * @param settled whether all stands as that change left it. The keeper writes lists and article
 *     before the change, so between two changes readers see some of the next one already, and when
 *     the keeper dies there, they do so until another has its place
 */
public record Standing(@Nullable Change newest, boolean settled) {

  /** The newest change's number; 0 before the first. */
  public long number() {
    return newest == null ? 0 : newest.number();
  }
}
