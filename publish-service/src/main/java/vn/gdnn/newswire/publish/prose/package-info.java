/**
 * An article as readers see it: its parts in order, what is marked in them, text that no format
 * trips over, dates.
 */
@NullMarked
package vn.gdnn.newswire.publish.prose;

import org.jspecify.annotations.NullMarked;
