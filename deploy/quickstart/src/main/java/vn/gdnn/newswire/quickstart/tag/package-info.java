/** Tags files with no server running: the services' own code, on text from a disk. */
@NullMarked
package vn.gdnn.newswire.quickstart.tag;

import org.jspecify.annotations.NullMarked;
