/**
 * The contract: events about articles as records, one codec, and the rules of identity and order.
 */
@NullMarked
package vn.gdnn.newswire.events;

import org.jspecify.annotations.NullMarked;
