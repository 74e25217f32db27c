package dev.ponder.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with llama.cpp's shared libraries.
 *
 * @param path an existing folder
 */
public record NativesFolder(Path path) {

    /** System property that names another folder. */
    public static final String PROPERTY = "ponder.natives";

    /** Environment variable that names another folder. */
    public static final String VARIABLE = "PONDER_NATIVES";

    /**
     * Finds the folder: the system property {@value #PROPERTY}, the environment variable {@value #VARIABLE}, or
     * {@code natives} in the installation that {@code ponder.home} names.
     *
     * @throws EngineException when none of them is a folder
     */
    public static NativesFolder locate() throws EngineException {
        var named = Stream.of(
                        Optional.ofNullable(System.getProperty(PROPERTY)),
                        Optional.ofNullable(System.getenv(VARIABLE)),
                        Optional.ofNullable(System.getProperty("ponder.home"))
                                .map(home -> Path.of(home, "natives").toString()))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(Path::of)
                .orElseThrow(() -> new EngineException(
                        EngineError.Code.NATIVES_MISSING,
                        "llama.cpp's libraries were not found; start Ponder by its launcher, or set " + VARIABLE
                                + " to their folder."));
        if (!Files.isDirectory(named)) {
            throw new EngineException(
                    EngineError.Code.NATIVES_MISSING,
                    "There is no folder " + named + " with llama.cpp's libraries; reinstall Ponder, or set " + VARIABLE
                            + " to their folder.");
        }
        return new NativesFolder(named.toAbsolutePath().normalize());
    }
}
