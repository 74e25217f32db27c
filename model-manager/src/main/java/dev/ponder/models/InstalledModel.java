package dev.ponder.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A model on this computer.
 *
 * @param id what people call it; ids of one library differ, letter case aside
 * @param file the GGUF file, or the first part of a split one
 * @param origin how it comes to be here
 */
public record InstalledModel(String id, Path file, Origin origin) {

    static final String EXTENSION = ".gguf";

    /** How a model comes to be on this computer. */
    public sealed interface Origin {
        /** It came with Ponder. */
        record Demo() implements Origin {}

        /** It lies in the folder of models. */
        record Folder() implements Origin {}

        /**
         * It belongs to another program, or lies where somebody put it, and stays there.
         *
         * @param owner for example {@code Ollama}; empty for nobody's
         */
        record Elsewhere(String owner) implements Origin {}
    }

    /** A model of the folder of models. */
    public InstalledModel(String id, Path file) {
        this(id, file, new Origin.Folder());
    }

    /** What the model answers to: its id, and its file's name with and without extension. */
    List<String> names() {
        var fileName = Objects.requireNonNull(file.getFileName()).toString();
        return Stream.of(id, withoutExtension(fileName), fileName).distinct().toList();
    }

    static boolean hasExtension(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    static String withoutExtension(String fileName) {
        return hasExtension(fileName) ? fileName.substring(0, fileName.length() - EXTENSION.length()) : fileName;
    }
}
