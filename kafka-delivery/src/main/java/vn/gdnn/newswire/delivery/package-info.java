/** How a service meets Kafka: what it sends, what it receives, and whose fault a failure is. */
@NullMarked
package vn.gdnn.newswire.delivery;

import org.jspecify.annotations.NullMarked;
