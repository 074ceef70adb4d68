/** Offices: where a text mentions one, and who held it when. */
@NullMarked
package vn.gdnn.newswire.enrich.office;

import org.jspecify.annotations.NullMarked;
