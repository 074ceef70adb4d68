/** Makes the model from the project's own marked text; a step of the build. */
@NullMarked
package vn.gdnn.newswire.enrich.training;

import org.jspecify.annotations.NullMarked;
