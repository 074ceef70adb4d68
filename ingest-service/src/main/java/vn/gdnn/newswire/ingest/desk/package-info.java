/** Where newsrooms hand in, withdraw and take back: the HTTP face, its answers and its counts. */
@NullMarked
package vn.gdnn.newswire.ingest.desk;

import org.jspecify.annotations.NullMarked;
