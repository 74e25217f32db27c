/** How a download is done: sources in turn, pieces in parallel, hashes behind the writers, repair, and the rename at the end. */
package dev.ponder.downloads.work;
