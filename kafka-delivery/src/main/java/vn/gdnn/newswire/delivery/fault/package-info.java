/** What becomes of an event that fails: waits for the world, or goes to the dead letters. */
@NullMarked
package vn.gdnn.newswire.delivery.fault;

import org.jspecify.annotations.NullMarked;
