/** What is timed, in Java processes of its own: both taggers, and a cold start. */
@NullMarked
package vn.gdnn.newswire.benchmarks.run;

import org.jspecify.annotations.NullMarked;
