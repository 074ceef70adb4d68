/** Reads drafts from HTTP requests: formats and limits. Knows no Kafka and decides nothing. */
@NullMarked
package vn.gdnn.newswire.ingest.source;

import org.jspecify.annotations.NullMarked;
