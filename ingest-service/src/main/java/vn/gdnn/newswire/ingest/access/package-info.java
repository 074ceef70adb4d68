/** Who may hand drafts in: keys, and the sources that they speak for. */
@NullMarked
package vn.gdnn.newswire.ingest.access;

import org.jspecify.annotations.NullMarked;
