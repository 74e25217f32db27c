package dev.ponder.downloads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The disk, or the folder of models on it. */
public abstract sealed class DiskException extends DownloadException {
    private static final long serialVersionUID = 1L;

    private DiskException(String message, WayOn wayOn, @Nullable Throwable cause) {
        super(message, wayOn, cause);
    }

    /** Too little room. */
    public static final class DiskFull extends DiskException {
        private static final long serialVersionUID = 1L;

        private final long missing;

        public DiskFull(Path folder, long missing, @Nullable Throwable cause) {
            super(
                    "Too little room on the disk of " + folder + ". Free " + inWords(missing)
                            + " and resume; what has come" + " stays.",
                    WayOn.FREE_SPACE,
                    cause);
            this.missing = missing;
        }

        /** How many bytes must be freed before it can go on. */
        public long missing() {
            return missing;
        }

        private static String inWords(long bytes) {
            return bytes >= 100_000_000
                    ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                    : String.format(Locale.ROOT, "%d MB", Math.ceilDiv(bytes, 1_000_000L));
        }

        @Override
        String name() {
            return "disk-full";
        }
    }

    /** The folder of models is not there; perhaps its disk is not connected. It is never made anew by a download. */
    public static final class FolderGone extends DiskException {
        private static final long serialVersionUID = 1L;

        public FolderGone(Path folder, @Nullable Throwable cause) {
            super(
                    "The folder of models is gone: " + folder
                            + ". Connect its disk or choose another folder, then resume.",
                    WayOn.FIND_FOLDER,
                    cause);
        }

        @Override
        String name() {
            return "folder-gone";
        }
    }

    /** Ponder may not write there. */
    public static final class NotWritable extends DiskException {
        private static final long serialVersionUID = 1L;

        public NotWritable(Path folder, @Nullable Throwable cause) {
            super(
                    "Ponder may not write to " + folder + ". Allow it or choose another folder, then resume.",
                    WayOn.FIND_FOLDER,
                    cause);
        }

        @Override
        String name() {
            return "not-writable";
        }
    }

    /** Something else has the file's name: another file, a folder or a symbolic link. */
    public static final class NameTaken extends DiskException {
        private static final long serialVersionUID = 1L;

        public NameTaken(Path file, String by) {
            super(file + " is taken by " + by + ". Move or rename that first.", WayOn.MOVE_FILE, null);
        }

        @Override
        String name() {
            return "name-taken";
        }
    }

    /** A download of another file with this name has been begun. */
    public static final class OtherBegun extends DiskException {
        private static final long serialVersionUID = 1L;

        public OtherBegun(Path file) {
            super(
                    "Another file is half fetched under the name " + file.getFileName()
                            + ". Go on with that one, or remove" + " it and start over.",
                    WayOn.START_OVER,
                    null);
        }

        @Override
        String name() {
            return "other-begun";
        }
    }

    /** Another running Ponder fetches it. */
    public static final class InUse extends DiskException {
        private static final long serialVersionUID = 1L;

        public InUse(Path file) {
            super(
                    "Another running Ponder is fetching " + file.getFileName() + ". Stop it there first.",
                    WayOn.RESUME,
                    null);
        }

        @Override
        String name() {
            return "in-use";
        }
    }

    /** The disk failed to read or write. */
    public static final class DiskFailed extends DiskException {
        private static final long serialVersionUID = 1L;

        public DiskFailed(Path file, IOException cause) {
            super(
                    "Reading or writing " + file + " failed: " + cause.getMessage() + ". Check the disk, then resume.",
                    WayOn.RESUME,
                    cause);
        }

        @Override
        String name() {
            return "disk-failed";
        }
    }
}
