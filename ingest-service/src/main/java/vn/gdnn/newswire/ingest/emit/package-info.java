/** Puts accepted events into the log: the only room that knows Kafka. */
@NullMarked
package vn.gdnn.newswire.ingest.emit;

import org.jspecify.annotations.NullMarked;
