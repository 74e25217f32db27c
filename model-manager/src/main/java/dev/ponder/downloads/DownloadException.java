package dev.ponder.downloads;

import org.jspecify.annotations.Nullable;

/**
 * An expected failure of a download. Its message is one sentence for the user or two, of which the last says what to do. What
 * has come so far is kept in every case.
 */
public abstract sealed class DownloadException extends Exception
        permits NetworkException,
                ServerException,
                ContentException,
                DiskException,
                DownloadException.Stopped,
                DownloadException.Broken {
    private static final long serialVersionUID = 1L;

    private final WayOn wayOn;

    DownloadException(String message, WayOn wayOn, @Nullable Throwable cause) {
        super(message, cause);
        this.wayOn = wayOn;
    }

    /** What somebody can do about it. */
    public final WayOn wayOn() {
        return wayOn;
    }

    /** The key of this failure's text on the screen. */
    public final String messageKey() {
        return "downloads.failure." + name();
    }

    /** The last part of {@link #messageKey}. */
    abstract String name();

    /** It was paused or removed, which is no fault. */
    public static final class Stopped extends DownloadException {
        private static final long serialVersionUID = 1L;

        public Stopped() {
            super("The download was stopped. Resume it to go on from there.", WayOn.RESUME, null);
        }

        @Override
        String name() {
            return "stopped";
        }
    }

    /** A fault of Ponder itself; the cause is for its log. */
    public static final class Broken extends DownloadException {
        private static final long serialVersionUID = 1L;

        public Broken(Throwable cause) {
            super(
                    "A fault in Ponder stopped the download. Resume to try again; the log has the details.",
                    WayOn.RESUME,
                    cause);
        }

        @Override
        String name() {
            return "broken";
        }
    }
}
