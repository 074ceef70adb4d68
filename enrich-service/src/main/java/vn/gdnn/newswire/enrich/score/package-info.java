/** How good the tags are: marked files, precision, recall and F1 with their intervals, errors. */
@NullMarked
package vn.gdnn.newswire.enrich.score;

import org.jspecify.annotations.NullMarked;
