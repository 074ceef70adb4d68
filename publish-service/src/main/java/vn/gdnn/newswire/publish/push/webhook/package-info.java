/** Signed webhooks, as Standard Webhooks says: one change, one request. */
@NullMarked
package vn.gdnn.newswire.publish.push.webhook;

import org.jspecify.annotations.NullMarked;
