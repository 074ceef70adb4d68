/**
 * What readers may see, as the keeper left it. The faces (pages, feeds, API) read this and nothing
 * else.
 */
@NullMarked
package vn.gdnn.newswire.publish.reading;

import org.jspecify.annotations.NullMarked;
