/** What the services share over HTTP: problem documents and bearer keys. */
@NullMarked
package vn.gdnn.newswire.http;

import org.jspecify.annotations.NullMarked;
