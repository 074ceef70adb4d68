/**
 * What runs inside a child process before its own main: the line that ties its life to the
 * launcher's.
 */
@NullMarked
package vn.gdnn.newswire.quickstart.child;

import org.jspecify.annotations.NullMarked;
