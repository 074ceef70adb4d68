/** The {@code gdnn} command line: what a person types, and what comes back. */
@NullMarked
package vn.gdnn.newswire.quickstart;

import org.jspecify.annotations.NullMarked;
