/** Bytes and HTML to clean text: pure functions that say what they took away. */
@NullMarked
package vn.gdnn.newswire.ingest.text;

import org.jspecify.annotations.NullMarked;
