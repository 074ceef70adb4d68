/**
 * What pages, feeds and the API share over HTTP: addresses, conditional answers, failures, headers.
 */
@NullMarked
package vn.gdnn.newswire.publish.web;

import org.jspecify.annotations.NullMarked;
