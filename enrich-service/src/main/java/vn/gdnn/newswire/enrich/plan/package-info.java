/**
 * Plans: numbered instruments by their grammar, named ones by type word and title, registry names.
 */
@NullMarked
package vn.gdnn.newswire.enrich.plan;

import org.jspecify.annotations.NullMarked;
