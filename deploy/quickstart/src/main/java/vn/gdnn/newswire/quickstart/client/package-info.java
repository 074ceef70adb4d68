/** Talks to a running newswire over HTTP, as any newsroom's own program would. */
@NullMarked
package vn.gdnn.newswire.quickstart.client;

import org.jspecify.annotations.NullMarked;
