package dev.ponder.downloads;

import java.nio.file.Path;

/**
 * A file that is whole, verified and on the disk.
 *
 * @param path where it lies
 * @param size in bytes
 * @param sha256 as computed from what lies there
 * @param pinned true if this hash was known before the server was asked; false if it comes from the server's own listing
 */
public record FinishedFile(Path path, long size, Sha256 sha256, boolean pinned) {}
