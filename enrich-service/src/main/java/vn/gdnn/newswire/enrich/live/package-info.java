/** The tagger in use, which takes up a changed registry while the service runs. */
@NullMarked
package vn.gdnn.newswire.enrich.live;

import org.jspecify.annotations.NullMarked;
