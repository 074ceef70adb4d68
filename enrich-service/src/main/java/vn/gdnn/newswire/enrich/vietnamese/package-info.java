/**
 * Vietnamese text: one Unicode form with a way back to the text as given, syllables, sentences, and
 * keys under which two spellings of a word are the same.
 */
@NullMarked
package vn.gdnn.newswire.enrich.vietnamese;

import org.jspecify.annotations.NullMarked;
