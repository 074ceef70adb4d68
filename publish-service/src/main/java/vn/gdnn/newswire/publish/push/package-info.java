/**
 * Tells those outside of changes as they happen, each at its own pace: receivers of webhooks, and
 * hubs. Where each of them stands is kept in the store.
 */
@NullMarked
package vn.gdnn.newswire.publish.push;

import org.jspecify.annotations.NullMarked;
