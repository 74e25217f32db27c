package dev.ponder.downloads;

import org.jspecify.annotations.Nullable;

/** No connection, or one that does not hold. */
public abstract sealed class NetworkException extends DownloadException {
    private static final long serialVersionUID = 1L;

    private static final String KEPT = " What has come stays; resume to go on from there.";

    private final String host;

    private NetworkException(String host, String message, @Nullable Throwable cause) {
        this(host, message + KEPT, WayOn.RESUME, cause);
    }

    private NetworkException(String host, String message, WayOn wayOn, @Nullable Throwable cause) {
        super(message, wayOn, cause);
        this.host = host;
    }

    /** Who was to be reached. */
    public final String host() {
        return host;
    }

    /** The name has no address. */
    public static final class HostUnknown extends NetworkException {
        private static final long serialVersionUID = 1L;

        public HostUnknown(String host, @Nullable Throwable cause) {
            super(host, "The address of " + host + " cannot be found; is this computer online?", cause);
        }

        @Override
        String name() {
            return "host-unknown";
        }
    }

    /** Nobody answers at the address. */
    public static final class Unreachable extends NetworkException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String host, @Nullable Throwable cause) {
            super(host, "No connection to " + host + "; is this computer online, and is a proxy needed?", cause);
        }

        @Override
        String name() {
            return "unreachable";
        }
    }

    /** The connection ended before everything had come. */
    public static final class ConnectionLost extends NetworkException {
        private static final long serialVersionUID = 1L;

        public ConnectionLost(String host, @Nullable Throwable cause) {
            super(host, "The connection to " + host + " broke off.", cause);
        }

        @Override
        String name() {
            return "connection-lost";
        }
    }

    /** The connection stands, but nothing comes. */
    public static final class Silent extends NetworkException {
        private static final long serialVersionUID = 1L;

        public Silent(String host, @Nullable Throwable cause) {
            super(host, host + " stopped answering.", cause);
        }

        @Override
        String name() {
            return "silent";
        }
    }

    /** Less comes than would ever make a file. */
    public static final class TooSlow extends NetworkException {
        private static final long serialVersionUID = 1L;

        public TooSlow(String host, @Nullable Throwable cause) {
            super(host, host + " sends next to nothing.", cause);
        }

        @Override
        String name() {
            return "too-slow";
        }
    }

    /** The server cannot prove who it is. */
    public static final class Untrusted extends NetworkException {
        private static final long serialVersionUID = 1L;

        public Untrusted(String host, @Nullable Throwable cause) {
            super(
                    host,
                    "The certificate of " + host
                            + " is not valid, so this may be somebody else; check this computer's date,"
                            + " and whether a proxy or a virus scanner looks into connections.",
                    cause);
        }

        @Override
        String name() {
            return "untrusted";
        }
    }

    /** The address is one of plain HTTP, and not of this computer itself. */
    public static final class NotEncrypted extends NetworkException {
        private static final long serialVersionUID = 1L;

        public NotEncrypted(String host) {
            super(
                    host,
                    "Ponder connects to " + host + " by HTTPS only. Give an address that begins with https://.",
                    WayOn.OTHER_SOURCE,
                    null);
        }

        @Override
        String name() {
            return "not-encrypted";
        }
    }
}
