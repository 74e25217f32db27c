package dev.ponder.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Ponder keeps its files. Nothing is created here.
 *
 * @param data the folder that holds everything, absolute
 */
public record PonderPaths(Path data) {

    /** The environment variable that names another data folder. */
    public static final String HOME_VARIABLE = "PONDER_HOME";

    public PonderPaths {
        data = data.toAbsolutePath().normalize();
    }

    /** The paths of this user on this computer. */
    public static PonderPaths ofThisUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The paths that an environment leads to: {@code PONDER_HOME} where it is set, else the platform's own folder for
     * data that belongs to one user and one computer.
     *
     * @param environment variables by name
     * @param system as {@code os.name} gives it
     * @param home the user's home folder
     */
    static PonderPaths of(Map<String, String> environment, String system, Path home) {
        return new PonderPaths(
                folder(environment, HOME_VARIABLE).orElseGet(() -> platformFolder(environment, system, home)));
    }

    /** Where downloaded and imported models lie. */
    public Path models() {
        return data.resolve("models");
    }

    /** What is remembered of models: hashes, adopted files, another folder. */
    public Path library() {
        return data.resolve("library.json");
    }

    /** How fast this computer is. */
    public Path speeds() {
        return data.resolve("speed.json");
    }

    /** Every connection that was made. */
    public Path connections() {
        return data.resolve("connections.jsonl");
    }

    /** Where a crashed engine leaves its report. */
    public Path crashes() {
        return data.resolve("crashes");
    }

    /** The settings file. */
    public Path settings() {
        return data.resolve("settings.json");
    }

    /** Where the log files lie. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Where the one process with a window says that it is there. */
    public Path instance() {
        return data.resolve("instance");
    }

    private static Path platformFolder(Map<String, String> environment, String system, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Ponder");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Ponder");
        }
        // the XDG base directory specification has relative paths ignored
        return folder(environment, "XDG_DATA_HOME")
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("ponder");
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
