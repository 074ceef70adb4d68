/**
 * From the taggers' candidates to an article's tags: what a tagger is, how overlapping candidates
 * are settled, and what one article makes of the names it uses.
 */
@NullMarked
package vn.gdnn.newswire.enrich.tag;

import org.jspecify.annotations.NullMarked;
