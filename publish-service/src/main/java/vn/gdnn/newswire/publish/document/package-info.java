/** Documents and the rules of revisions: what becomes of an event. Decisions, no I/O. */
@NullMarked
package vn.gdnn.newswire.publish.document;

import org.jspecify.annotations.NullMarked;
