/** Tags a draft for the other services, the same way as the pipeline; nothing is kept. */
@NullMarked
package vn.gdnn.newswire.enrich.preview;

import org.jspecify.annotations.NullMarked;
