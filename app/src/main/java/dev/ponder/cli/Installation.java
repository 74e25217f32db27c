package dev.ponder.cli;

import dev.ponder.app.PonderPaths;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.bin.Bin;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is installed where.
 *
 * @param version Ponder's
 * @param paths where it keeps its files
 * @param library the models on this computer
 * @param surroundings the rest of the computer
 */
record Installation(String version, PonderPaths paths, ModelLibrary library, Surroundings surroundings) {

    /**
     * What other programs on this computer say about themselves.
     *
     * @param environment variables by name
     * @param system as {@code os.name} gives it
     * @param home the user's home folder
     */
    record Surroundings(Map<String, String> environment, String system, Path home) {

        static Surroundings ofThisProcess() {
            return new Surroundings(
                    System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
        }

        /** Where deleted files go. */
        Bin bin() {
            return Bin.of(environment, system, home);
        }
    }
}
