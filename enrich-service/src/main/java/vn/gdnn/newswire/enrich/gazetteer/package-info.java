/**
 * The registry of people, units, plans and places: loads it, and finds where a text writes one of
 * its names. Decides nothing.
 */
@NullMarked
package vn.gdnn.newswire.enrich.gazetteer;

import org.jspecify.annotations.NullMarked;
