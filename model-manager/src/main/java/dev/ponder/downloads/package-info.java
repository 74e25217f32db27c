/**
 * What the rest of the program sees of downloads: what is wanted and from where, how far it is, and what can go wrong. The
 * work is done by {@code dev.ponder.downloads.work}.
 */
package dev.ponder.downloads;
