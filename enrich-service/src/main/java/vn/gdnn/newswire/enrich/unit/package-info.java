/** Units: registry names, head words with the names behind them, short forms. */
@NullMarked
package vn.gdnn.newswire.enrich.unit;

import org.jspecify.annotations.NullMarked;
