/** Tells WebSub hubs which feeds changed, so that they fetch them. */
@NullMarked
package vn.gdnn.newswire.publish.push.websub;

import org.jspecify.annotations.NullMarked;
