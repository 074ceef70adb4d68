/**
 * The enrich service: reads drafts, says which people, units and plans they name, sends them on.
 */
@NullMarked
package vn.gdnn.newswire.enrich;

import org.jspecify.annotations.NullMarked;
