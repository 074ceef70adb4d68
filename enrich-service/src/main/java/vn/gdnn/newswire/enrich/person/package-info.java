/** People: registry names, surnames, titles and honorifics, credits and bylines. */
@NullMarked
package vn.gdnn.newswire.enrich.person;

import org.jspecify.annotations.NullMarked;
