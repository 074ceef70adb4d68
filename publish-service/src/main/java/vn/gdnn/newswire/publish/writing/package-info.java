/** The writer: from an event to a revision, its head, its entry and its outcome, in that order. */
@NullMarked
package vn.gdnn.newswire.publish.writing;

import org.jspecify.annotations.NullMarked;
