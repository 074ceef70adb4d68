/**
 * Tab-separated files and the schema that says what stands in them. Knows nothing of what they are
 * about.
 */
@NullMarked
package vn.gdnn.newswire.enrich.table;

import org.jspecify.annotations.NullMarked;
