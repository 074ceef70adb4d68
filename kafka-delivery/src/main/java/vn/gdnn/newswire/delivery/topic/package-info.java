/** The topics as the design fixes them, and the gate that makes and checks them. */
@NullMarked
package vn.gdnn.newswire.delivery.topic;

import org.jspecify.annotations.NullMarked;
