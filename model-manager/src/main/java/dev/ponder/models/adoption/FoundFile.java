package dev.ponder.models.adoption;

import dev.ponder.downloads.Sha256;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file in another program's folder that looks like a model.
 *
 * @param owner the program
 * @param name what the program calls it
 * @param file a regular file, not a link
 * @param claimed the hash that the program says it has, where it says so
 */
record FoundFile(String owner, String name, Path file, Optional<Sha256> claimed) {}
