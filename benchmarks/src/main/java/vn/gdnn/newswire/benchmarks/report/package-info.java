/** What was measured, as numbers and as a table. */
@NullMarked
package vn.gdnn.newswire.benchmarks.report;

import org.jspecify.annotations.NullMarked;
