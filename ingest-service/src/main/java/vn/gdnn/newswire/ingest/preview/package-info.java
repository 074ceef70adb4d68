/** Shows newsrooms a draft as readers would get it, tags included, by asking enrich. */
@NullMarked
package vn.gdnn.newswire.ingest.preview;

import org.jspecify.annotations.NullMarked;
