/**
 * Finds what a draft is made of: headline, date line, lead, paragraphs, captions, signature. Pure;
 * knows words, not positions alone.
 */
@NullMarked
package vn.gdnn.newswire.ingest.structure;

import org.jspecify.annotations.NullMarked;
