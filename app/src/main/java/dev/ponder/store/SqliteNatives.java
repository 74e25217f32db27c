package dev.ponder.store;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where SQLite's native library is loaded from. An installed Ponder has it as a plain file, so that nothing is unpacked
 * into a folder for temporary files, which may forbid execution; without an installation the driver unpacks its own.
 */
final class SqliteNatives {

    private static final String DRIVER_PROPERTY = "org.sqlite.lib.path";

    private SqliteNatives() {}

    /** Tells the driver, which reads this property at its first connection. */
    static void announce() {
        String home = System.getProperty("ponder.home");
        if (home == null || System.getProperty(DRIVER_PROPERTY) != null) {
            return;
        }
        var folder = Path.of(home, "natives-sqlite");
        if (Files.isDirectory(folder)) {
            System.setProperty(DRIVER_PROPERTY, folder.toString());
        }
    }
}
