/** Writes the registry in use to its topic, for the pages of people, units and plans. */
@NullMarked
package vn.gdnn.newswire.enrich.registry;

import org.jspecify.annotations.NullMarked;
