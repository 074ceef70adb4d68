/** Decides about a draft: its identity, its checks, its dates, what it is the same as. No I/O. */
@NullMarked
package vn.gdnn.newswire.ingest.article;

import org.jspecify.annotations.NullMarked;
