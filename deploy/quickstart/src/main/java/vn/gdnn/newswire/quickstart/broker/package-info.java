/** The broker's process: a real Kafka, one node, its log on disk. */
@NullMarked
package vn.gdnn.newswire.quickstart.broker;

import org.jspecify.annotations.NullMarked;
