/** Who reads the feeds, and which revision of them each reader has: by name, never by address. */
@NullMarked
package vn.gdnn.newswire.publish.readership;

import org.jspecify.annotations.NullMarked;
