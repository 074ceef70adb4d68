/** Atom 1.0 (RFC 4287). */
@NullMarked
package vn.gdnn.newswire.publish.feed.atom;

import org.jspecify.annotations.NullMarked;
