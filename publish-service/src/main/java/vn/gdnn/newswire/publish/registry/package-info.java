/** Keeps what enrich's registry says of people, units and plans, for their pages. */
@NullMarked
package vn.gdnn.newswire.publish.registry;

import org.jspecify.annotations.NullMarked;
