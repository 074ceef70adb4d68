/** JSON Feed 1.1. */
@NullMarked
package vn.gdnn.newswire.publish.feed.jsonfeed;

import org.jspecify.annotations.NullMarked;
