package dev.ponder.downloads;

import java.time.Duration;

/** The server answered, but not with the file. */
public abstract sealed class ServerException extends DownloadException {
    private static final long serialVersionUID = 1L;

    private static final String KEPT = " What has come stays; resume to go on from there.";

    private final String host;

    private ServerException(String host, String message, WayOn wayOn) {
        super(message, wayOn, null);
        this.host = host;
    }

    /** Who answered. */
    public final String host() {
        return host;
    }

    /** Status 429: too many requests from this network. */
    public static final class Busy extends ServerException {
        private static final long serialVersionUID = 1L;

        private final transient Duration pause;

        public Busy(String host, Duration pause) {
            super(host, host + " asks to wait: too many requests came from this network." + KEPT, WayOn.RESUME);
            this.pause = pause;
        }

        /** How long the server asks to wait; zero if it does not say. */
        public Duration pause() {
            return pause;
        }

        @Override
        String name() {
            return "busy";
        }
    }

    /** A failure of the server itself, status 5xx or 408. */
    public static final class Trouble extends ServerException {
        private static final long serialVersionUID = 1L;

        private final transient Duration pause;

        public Trouble(String host, int status, Duration pause) {
            super(host, host + " has a fault of its own (" + status + ") at the moment." + KEPT, WayOn.RESUME);
            this.pause = pause;
        }

        /** How long the server asks to wait; zero if it does not say. */
        public Duration pause() {
            return pause;
        }

        @Override
        String name() {
            return "trouble";
        }
    }

    /** Status 401: the server gives this answer for what is missing, private or needs consent alike. */
    public static final class TokenNeeded extends ServerException {
        private static final long serialVersionUID = 1L;

        public TokenNeeded(String host, String what) {
            super(
                    host,
                    host + " has no " + what
                            + " for everybody: it is missing, private or needs consent. Check the name, or"
                            + " give an access token.",
                    WayOn.GIVE_TOKEN);
        }

        @Override
        String name() {
            return "token-needed";
        }
    }

    /** Status 403, also by a fresh address. */
    public static final class Forbidden extends ServerException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String host, String what) {
            super(
                    host,
                    host + " refuses to give " + what + " to you or from where you are. Choose another source.",
                    WayOn.OTHER_SOURCE);
        }

        @Override
        String name() {
            return "forbidden";
        }
    }

    /** Status 404 and the like: no such repository, revision or file. */
    public static final class NotFound extends ServerException {
        private static final long serialVersionUID = 1L;

        public NotFound(String host, String what) {
            super(
                    host,
                    host + " does not have " + what + ". Check the name, or choose another source.",
                    WayOn.OTHER_SOURCE);
        }

        @Override
        String name() {
            return "not-found";
        }
    }

    /** A page for people where the file should be, as from the login of a hotel's network. */
    public static final class WebPage extends ServerException {
        private static final long serialVersionUID = 1L;

        public WebPage(String host) {
            super(
                    host,
                    "In place of the file, " + host + " sent a web page; a network that wants a login does that. Open a"
                            + " browser to log in, then resume.",
                    WayOn.RESUME);
        }

        @Override
        String name() {
            return "web-page";
        }
    }

    /** The answer contradicts the question or itself. */
    public static final class BadAnswer extends ServerException {
        private static final long serialVersionUID = 1L;

        public BadAnswer(String host, String how) {
            super(host, host + " answers wrongly: " + how + ". Choose another source.", WayOn.OTHER_SOURCE);
        }

        @Override
        String name() {
            return "bad-answer";
        }
    }

    /** It leads somewhere that Ponder does not follow: round in circles, or to a connection that is not encrypted. */
    public static final class RedirectRefused extends ServerException {
        private static final long serialVersionUID = 1L;

        public RedirectRefused(String host, String where) {
            super(
                    host,
                    host + " leads " + where + ", which Ponder does not follow. Choose another source.",
                    WayOn.OTHER_SOURCE);
        }

        @Override
        String name() {
            return "redirect-refused";
        }
    }
}
