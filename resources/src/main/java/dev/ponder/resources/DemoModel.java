package dev.ponder.resources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The demo model: a tiny model of Qwen3's architecture, trained for Ponder, that really thinks. A toy, not Qwen.
 *
 * <p>It is a plain file beside the program, not inside a jar, because llama.cpp maps it into memory.
 */
public final class DemoModel {

    /** The id by which people name it. */
    public static final String ID = "demo";

    /** The name that lists show. */
    public static final String NAME = "Demo";

    /** Licence of its weights, as an SPDX identifier. */
    public static final String LICENCE = "Apache-2.0";

    /** What it is, in one line. */
    public static final String DESCRIPTION =
            "a toy, not Qwen: 8.9 million parameters trained on made-up exercises, to try Ponder before any download";

    /** Number of weights. */
    public static final long PARAMETERS = 8_919_552;

    /** Size of the file in bytes. */
    public static final long SIZE = 9_633_984;

    /** SHA-256 of the file, in lower-case hexadecimal digits. */
    public static final String SHA_256 = "a14cd90ae43a82cf465296f26dae33e6a5101865406e57ae9264908e1dd2f3ed";

    /** System property that names another place of the file. */
    static final String FILE_PROPERTY = "ponder.demo.model";

    /** System property that the launcher sets to the folder of the installation. */
    static final String HOME_PROPERTY = "ponder.home";

    private static final Path IN_INSTALLATION = Path.of("models", "demo", "qwen3-demo-q8_0.gguf");

    private DemoModel() {}

    /**
     * Finds the file: where the system property {@code ponder.demo.model} says, else in the installation that
     * {@code ponder.home} names. Its content is not looked at.
     *
     * @return empty where the property points nowhere or the installation lacks the file
     */
    public static Optional<Path> file() {
        return Stream.of(named(FILE_PROPERTY), named(HOME_PROPERTY).map(home -> home.resolve(IN_INSTALLATION)))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(Files::isRegularFile);
    }

    private static Optional<Path> named(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
