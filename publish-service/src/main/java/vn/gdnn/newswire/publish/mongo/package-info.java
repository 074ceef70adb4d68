/** The only room that knows MongoDB. */
@NullMarked
package vn.gdnn.newswire.publish.mongo;

import org.jspecify.annotations.NullMarked;
