/** RFC 9457 problem documents: what a request can run into, in words a person can act on. */
@NullMarked
package vn.gdnn.newswire.ingest.problem;

import org.jspecify.annotations.NullMarked;
