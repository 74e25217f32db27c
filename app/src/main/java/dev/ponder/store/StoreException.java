package dev.ponder.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expected failure of the store; its message is a sentence for the user. No message holds chat text. */
public abstract sealed class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The key of this failure's text on the screen. */
    public abstract String messageKey();

    /** No room to write. What was committed before is safe; the same call may work once there is room. */
    public static final class DiskFull extends StoreException {
        private static final long serialVersionUID = 1L;

        DiskFull(@Nullable Throwable cause) {
            super("The disk is full: nothing more can be saved until some space is freed.", cause);
        }

        @Override
        public String messageKey() {
            return "store.failure.disk-full";
        }
    }

    /** The file or its folder may not be written. */
    public static final class NotWritable extends StoreException {
        private static final long serialVersionUID = 1L;

        NotWritable(Path file, @Nullable Throwable cause) {
            super("Ponder may not write to " + file + ".", cause);
        }

        @Override
        public String messageKey() {
            return "store.failure.not-writable";
        }
    }

    /** Written by a later Ponder. The file was not touched. */
    public static final class Newer extends StoreException {
        private static final long serialVersionUID = 1L;

        private final int found;
        private final int known;

        Newer(int found, int known) {
            super(
                    "These conversations were saved by a newer Ponder (format " + found
                            + "; this one knows up to format " + known + "). Nothing was changed.",
                    null);
            this.found = found;
            this.known = known;
        }

        /** The format of the file. */
        public int found() {
            return found;
        }

        /** The latest format that this program knows. */
        public int known() {
            return known;
        }

        @Override
        public String messageKey() {
            return "store.failure.newer";
        }
    }

    /** The file is damaged. It lies where it lay; {@link StoreRepair} puts a backup or an empty store in its place. */
    public static final class Damaged extends StoreException {
        private static final long serialVersionUID = 1L;

        private final transient Path file;
        private final transient Optional<Backup> backup;

        Damaged(Path file, Optional<Backup> backup, @Nullable Throwable cause) {
            super("The file with your conversations is damaged: " + file + ". " + offer(backup), cause);
            this.file = file;
            this.backup = backup;
        }

        private static String offer(Optional<Backup> backup) {
            return backup.map(newest -> "The newest intact backup is from " + newest.day() + ".")
                    .orElse("There is no intact backup.");
        }

        /** The damaged file. */
        public Path file() {
            return file;
        }

        /** The newest backup that is intact. */
        public Optional<Backup> backup() {
            return backup;
        }

        @Override
        public String messageKey() {
            return "store.failure.damaged";
        }
    }

    /** Another process keeps the file locked. */
    public static final class Busy extends StoreException {
        private static final long serialVersionUID = 1L;

        Busy(@Nullable Throwable cause) {
            super("Another program holds the file with your conversations.", cause);
        }

        @Override
        public String messageKey() {
            return "store.failure.busy";
        }
    }

    /** The store was closed, or the caller was interrupted while it waited. */
    public static final class Closed extends StoreException {
        private static final long serialVersionUID = 1L;

        Closed(@Nullable Throwable cause) {
            super("The store was closed.", cause);
        }

        @Override
        public String messageKey() {
            return "store.failure.closed";
        }
    }

    /** Anything else that the disk or the database refused; the cause says what. */
    public static final class Failed extends StoreException {
        private static final long serialVersionUID = 1L;

        Failed(Path file, Throwable cause) {
            super("Reading or writing " + file + " failed.", cause);
        }

        @Override
        public String messageKey() {
            return "store.failure.other";
        }
    }
}
