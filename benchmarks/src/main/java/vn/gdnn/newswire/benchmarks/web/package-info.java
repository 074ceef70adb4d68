/** publish-service and nginx with the same feed, and wrk that asks for it. */
@NullMarked
package vn.gdnn.newswire.benchmarks.web;

import org.jspecify.annotations.NullMarked;
