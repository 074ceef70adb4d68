/** The publish service: writes documents, keeps what readers see, serves it. */
@NullMarked
package vn.gdnn.newswire.publish;

import org.jspecify.annotations.NullMarked;
