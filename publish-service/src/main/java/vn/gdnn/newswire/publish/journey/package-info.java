/** What became of each event, for the newsroom that asks. */
@NullMarked
package vn.gdnn.newswire.publish.journey;

import org.jspecify.annotations.NullMarked;
