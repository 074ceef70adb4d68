/** An archive of any size, written as publish-service writes it, and what is read of it. */
@NullMarked
package vn.gdnn.newswire.benchmarks.news;

import org.jspecify.annotations.NullMarked;
