/** Requests to addresses that are not ours: limited in time and size, and in where they may go. */
@NullMarked
package vn.gdnn.newswire.publish.push.outbound;

import org.jspecify.annotations.NullMarked;
