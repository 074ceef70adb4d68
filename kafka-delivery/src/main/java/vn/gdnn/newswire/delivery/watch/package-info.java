/** What a service says of Kafka while it runs: lag and health, never blocking whoever asks. */
@NullMarked
package vn.gdnn.newswire.delivery.watch;

import org.jspecify.annotations.NullMarked;
