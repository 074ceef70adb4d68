/** Takes drafts in and answers once Kafka has them. */
@NullMarked
package vn.gdnn.newswire.ingest;

import org.jspecify.annotations.NullMarked;
