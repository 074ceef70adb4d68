/** Says who has read what: to ops as a page, to the other services as JSON. */
@NullMarked
package vn.gdnn.newswire.publish.readership.report;

import org.jspecify.annotations.NullMarked;
