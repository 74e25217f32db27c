package dev.ponder.store;

import java.nio.file.Path;

/**
 * Where the store's files lie.
 *
 * @param folder the data folder
 */
public record StoreFiles(Path folder) {

    public StoreFiles {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The database. */
    public Path database() {
        return folder.resolve("ponder.db");
    }

    /** SQLite's log of what is committed and not yet in the database. */
    Path log() {
        return folder.resolve("ponder.db-wal");
    }

    /** SQLite's index of that log; rebuilt where it is missing. */
    Path logIndex() {
        return folder.resolve("ponder.db-shm");
    }

    /** Backups. */
    public Path backups() {
        return folder.resolve("backups");
    }

    /** Files that a repair replaced, each set in a folder named by its time. */
    public Path setAside() {
        return folder.resolve("set-aside");
    }
}
