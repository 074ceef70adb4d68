/** Feeds without a format: what stands in one, how it is checked, kept and served over HTTP. */
@NullMarked
package vn.gdnn.newswire.publish.feed;

import org.jspecify.annotations.NullMarked;
