/** The API for programs: articles, lists of articles, changes. */
@NullMarked
package vn.gdnn.newswire.publish.api;

import org.jspecify.annotations.NullMarked;
