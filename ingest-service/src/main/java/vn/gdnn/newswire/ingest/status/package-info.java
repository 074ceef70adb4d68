/** Tells newsrooms what has become of their articles, by asking publish. */
@NullMarked
package vn.gdnn.newswire.ingest.status;

import org.jspecify.annotations.NullMarked;
