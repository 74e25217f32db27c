package dev.ponder.store;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A copy of the store as it was.
 *
 * @param file a database file of its own
 * @param day when it was made, in the time zone of that moment
 * @param kind why it was made
 * @param bytes its size
 */
public record Backup(Path file, LocalDate day, Kind kind, long bytes) {

    /** Why a backup was made. */
    public enum Kind {
        /** Once a day. */
        DAILY,
        /** Before a newer Ponder changed the format. */
        BEFORE_MIGRATION
    }
}
