/**
 * What a download has on the disk before it is done: the part file, the journal that says what of it is there, and the lock
 * that keeps two processes apart. Not exported.
 */
package dev.ponder.downloads.disk;
