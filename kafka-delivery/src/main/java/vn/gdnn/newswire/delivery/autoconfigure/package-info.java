/** Wiring: puts the room into a Spring Boot application and its Kafka binder. */
@NullMarked
package vn.gdnn.newswire.delivery.autoconfigure;

import org.jspecify.annotations.NullMarked;
