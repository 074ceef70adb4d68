/**
 * The rules of revisions: what becomes of an event. Decisions and the ports they are kept behind,
 * no I/O.
 */
@NullMarked
package vn.gdnn.newswire.publish.revision;

import org.jspecify.annotations.NullMarked;
