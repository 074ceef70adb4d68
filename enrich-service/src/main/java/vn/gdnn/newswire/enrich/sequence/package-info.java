/** What a model learned of names in sentences, and how it learns. */
@NullMarked
package vn.gdnn.newswire.enrich.sequence;

import org.jspecify.annotations.NullMarked;
