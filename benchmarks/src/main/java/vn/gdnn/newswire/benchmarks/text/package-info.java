/**
 * What is tagged while time is taken: articles, longer texts made of them, and larger registries.
 */
@NullMarked
package vn.gdnn.newswire.benchmarks.text;

import org.jspecify.annotations.NullMarked;
