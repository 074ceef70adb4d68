/**
 * The processes of the quickstart: prepared, started, watched, started again and stopped in order.
 */
@NullMarked
package vn.gdnn.newswire.quickstart.process;

import org.jspecify.annotations.NullMarked;
