/** The keeper: from the entries, in their one order, to what readers see. */
@NullMarked
package vn.gdnn.newswire.publish.keeper;

import org.jspecify.annotations.NullMarked;
