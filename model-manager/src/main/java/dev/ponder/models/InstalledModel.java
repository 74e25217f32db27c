package dev.ponder.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A model on this computer.
 *
 * @param id what people call it; ids of one library differ, letter case aside
 * @param file the GGUF file, or the first part of a split one
 */
public record InstalledModel(String id, Path file) {

    static final String EXTENSION = ".gguf";

    /** What the model answers to: its id, and its file's name with and without extension. */
    List<String> names() {
        var fileName = Objects.requireNonNull(file.getFileName()).toString();
        return List.of(id, withoutExtension(fileName), fileName);
    }

    static boolean hasExtension(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    static String withoutExtension(String fileName) {
        return hasExtension(fileName) ? fileName.substring(0, fileName.length() - EXTENSION.length()) : fileName;
    }
}
