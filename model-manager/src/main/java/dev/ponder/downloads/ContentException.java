package dev.ponder.downloads;

/** The server has a file, but not the wanted one, or nobody can tell. */
public abstract sealed class ContentException extends DownloadException {
    private static final long serialVersionUID = 1L;

    private ContentException(String message, WayOn wayOn) {
        super(message, wayOn, null);
    }

    /** The server says of its file what does not hold for the wanted one. */
    public static final class OtherFile extends ContentException {
        private static final long serialVersionUID = 1L;

        public OtherFile(String host, String difference) {
            super(
                    host + " has another file under this name (" + difference + "). Choose another source.",
                    WayOn.OTHER_SOURCE);
        }

        @Override
        String name() {
            return "other-file";
        }
    }

    /** The file on the server is no longer the one that the download began with. */
    public static final class Changed extends ContentException {
        private static final long serialVersionUID = 1L;

        public Changed(String host) {
            super(
                    "The file on " + host + " has changed since this download began. Start over to get the new one, or"
                            + " choose another source for the old one.",
                    WayOn.START_OVER);
        }

        @Override
        String name() {
            return "changed";
        }
    }

    /** Neither the request nor the server says what the file should be. */
    public static final class Unverifiable extends ContentException {
        private static final long serialVersionUID = 1L;

        public Unverifiable(String host, String missing) {
            super(
                    host + " does not tell the " + missing
                            + " of this file, so nobody could say whether it came whole and"
                            + " unchanged. Choose another source.",
                    WayOn.OTHER_SOURCE);
        }

        @Override
        String name() {
            return "unverifiable";
        }
    }

    /** Everything came, was fetched again and compared, and is still not the wanted file. */
    public static final class HashWrong extends ContentException {
        private static final long serialVersionUID = 1L;

        public HashWrong(String from, Sha256 wanted, Sha256 found) {
            super(
                    "What " + from + " sent is not the wanted file: its SHA-256 is "
                            + found.hex().substring(0, 12)
                            + "… instead of " + wanted.hex().substring(0, 12)
                            + "…, also when fetched again. Choose another"
                            + " source.",
                    WayOn.OTHER_SOURCE);
        }

        @Override
        String name() {
            return "hash-wrong";
        }
    }
}
