/** RSS 2.0 with the elements of Atom, Dublin Core and RSS's content module that readers know. */
@NullMarked
package vn.gdnn.newswire.publish.feed.rss;

import org.jspecify.annotations.NullMarked;
