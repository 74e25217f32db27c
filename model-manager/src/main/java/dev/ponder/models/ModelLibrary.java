package dev.ponder.models;

import java.nio.file.Path;

/**
 * The models on this computer.
 *
 * @param folder where downloaded and imported models lie; may be missing
 */
public record ModelLibrary(Path folder) {}
