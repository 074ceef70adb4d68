/** The command: measures how fast the tagger is, and says so. */
@NullMarked
package vn.gdnn.newswire.benchmarks;

import org.jspecify.annotations.NullMarked;
