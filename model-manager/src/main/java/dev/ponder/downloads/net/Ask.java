package dev.ponder.downloads.net;

import dev.ponder.downloads.ByteRange;
import java.net.URI;
import java.util.Optional;

/**
 * One question to a server.
 *
 * @param address what is wanted
 * @param purpose for the connection log
 * @param what the file or repository in words, for the connection log and for sentences about failures
 * @param range the part that is wanted; empty for all of it
 */
public record Ask(URI address, Purpose purpose, String what, Optional<ByteRange> range) {

    /** A question for all of it. */
    public static Ask whole(URI address, Purpose purpose, String what) {
        return new Ask(address, purpose, what, Optional.empty());
    }
}
