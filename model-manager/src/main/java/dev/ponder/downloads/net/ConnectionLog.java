package dev.ponder.downloads.net;

import java.util.List;

/** Every connection that was made. */
public interface ConnectionLog {

    /** Notes the beginning of a connection, before it is made. */
    Entry open(String host, Purpose purpose, String what);

    /** What was noted, newest first. */
    List<Connection> connections();

    /** A connection that has begun. */
    @FunctionalInterface
    interface Entry {
        /**
         * Notes its end.
         *
         * @param bytes of content that came
         * @param outcome the status, or a word for what went wrong
         */
        void close(long bytes, String outcome);
    }
}
