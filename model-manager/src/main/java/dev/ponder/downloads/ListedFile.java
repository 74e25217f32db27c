package dev.ponder.downloads;

import java.util.Optional;

/**
 * A file as a repository lists it.
 *
 * @param path within the repository, separated by {@code /}
 * @param size in bytes
 * @param sha256 where the repository keeps the file as a large one
 */
public record ListedFile(String path, long size, Optional<Sha256> sha256) {}
