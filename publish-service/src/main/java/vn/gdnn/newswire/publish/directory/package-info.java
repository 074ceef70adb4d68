/** What there is on the site, for programs that look for it: OPML, sitemap, robots.txt. */
@NullMarked
package vn.gdnn.newswire.publish.directory;

import org.jspecify.annotations.NullMarked;
