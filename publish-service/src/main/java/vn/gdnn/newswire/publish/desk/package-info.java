/** What editors need of the published news; on the management port, which readers don't reach. */
@NullMarked
package vn.gdnn.newswire.publish.desk;

import org.jspecify.annotations.NullMarked;
