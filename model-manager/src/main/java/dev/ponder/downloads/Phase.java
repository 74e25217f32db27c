package dev.ponder.downloads;

import java.time.Instant;

/** What a download is doing. */
public sealed interface Phase {

    /** Other downloads come first. */
    record Queued() implements Phase {}

    /** A source is asked for the file's address, size and hash. */
    record Resolving(String host) implements Phase {}

    /** Room on the disk is checked and taken. */
    record Reserving() implements Phase {}

    /**
     * Bytes come.
     *
     * @param host that was connected to last
     * @param connections at this moment
     */
    record Fetching(String host, int connections) implements Phase {}

    /** All bytes are there and the rest of them is hashed. */
    record Verifying(long bytes) implements Phase {}

    /**
     * The whole file's hash was wrong; pieces are fetched again and compared.
     *
     * @param compared so far
     * @param pieces in all
     */
    record Repairing(int compared, int pieces) implements Phase {}

    /**
     * Nothing can be done until a moment.
     *
     * @param why in the type of what happened
     * @param until when it goes on
     */
    record Waiting(DownloadException why, Instant until) implements Phase {}

    /** Another running Ponder fetches this file; its progress is shown. */
    record Elsewhere() implements Phase {}

    /** Somebody paused it, or the program is closing; what has come stays. */
    record Paused() implements Phase {}

    /** It was removed, with what had come. */
    record Removed() implements Phase {}

    /** It cannot go on by itself; what has come stays. */
    record Failed(DownloadException why) implements Phase {}

    /** The file is there. */
    record Finished(FinishedFile file) implements Phase {}

    /** Whether nothing more happens unless somebody calls {@link Download#resume}. */
    default boolean isEnd() {
        return switch (this) {
            case Paused _, Removed _, Failed _, Finished _ -> true;
            case Queued _, Resolving _, Reserving _, Fetching _, Verifying _, Repairing _, Waiting _, Elsewhere _ ->
                false;
        };
    }
}
