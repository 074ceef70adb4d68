/** Pages for people, in Vietnamese, from server-side templates. */
@NullMarked
package vn.gdnn.newswire.publish.page;

import org.jspecify.annotations.NullMarked;
