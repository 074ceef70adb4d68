/**
 * The store's process: speaks MongoDB's wire protocol, keeps its data on disk, answers a write when
 * it is kept.
 */
@NullMarked
package vn.gdnn.newswire.quickstart.store;

import org.jspecify.annotations.NullMarked;
