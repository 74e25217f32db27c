package dev.ponder.downloads.net;

import dev.ponder.downloads.NetworkException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer, whose body is read by one thread. Must be closed. */
public final class Reply implements AutoCloseable {

    /** What stands above a body. */
    record Head(URI address, int status, HttpHeaders headers) {}

    private final URI asked;
    private final List<Head> redirects;
    private final Head head;
    private final BodyQueue body;
    private final Patience patience;
    private final ConnectionLog.Entry entry;

    private long bytes;
    private long windowNanos;
    private long windowBytes;
    private @Nullable NetworkException fault;

    Reply(URI asked, List<Head> redirects, Head head, BodyQueue body, Patience patience, ConnectionLog.Entry entry) {
        this.asked = asked;
        this.redirects = List.copyOf(redirects);
        this.head = head;
        this.body = body;
        this.patience = patience;
        this.entry = entry;
    }

    Head head() {
        return head;
    }

    /** The status of the last answer. */
    public int status() {
        return head.status();
    }

    /** Where the last answer came from; may be signed, so it is for nobody's eyes. */
    public URI address() {
        return head.address();
    }

    /** Who gave the last answer. */
    public String host() {
        return Hosts.of(head.address());
    }

    /** A header of the last answer. */
    public Optional<String> header(String name) {
        return head.headers().firstValue(name);
    }

    /** The length of the body, where the server tells it. */
    public OptionalLong contentLength() {
        return head.headers().firstValueAsLong("content-length");
    }

    /**
     * A header that the asked host itself gave, in a redirect or in the last answer. What other hosts say about hashes
     * counts for nothing.
     */
    public Optional<String> headerOfOrigin(String name) {
        return Stream.concat(redirects.stream(), Stream.of(head))
                .filter(one -> Hosts.isSame(one.address(), asked))
                .flatMap(one -> one.headers().firstValue(name).stream())
                .findFirst();
    }

    /**
     * Reads on; blocks until something is there.
     *
     * @param into is filled from its beginning
     * @param length at most so many bytes
     * @return number of bytes; -1 at the end
     * @throws NetworkException when the connection breaks off, nothing comes, or next to nothing
     */
    public int read(byte[] into, int length) throws NetworkException, InterruptedException {
        long before = System.nanoTime();
        try {
            int count = body.read(into, length, patience.silence());
            bytes += Math.max(0, count);
            watchSpeed(System.nanoTime() - before, count);
            return count;
        } catch (IOException e) {
            throw failed(NetworkFaults.of(host(), e));
        }
    }

    private void watchSpeed(long nanos, int count) throws NetworkException {
        windowNanos += nanos;
        windowBytes += count;
        if (windowNanos >= patience.slowWindow().toNanos()) {
            if (count >= 0 && windowBytes < patience.slowBytes()) {
                throw failed(new NetworkException.TooSlow(host(), null));
            }
            windowNanos = 0;
            windowBytes = 0;
        }
    }

    private NetworkException failed(NetworkException why) {
        fault = why;
        return why;
    }

    /** Ends it. If the body was not read to its end the connection is cut. */
    @Override
    public void close() {
        body.cancel();
        entry.close(
                bytes,
                fault == null ? String.valueOf(status()) : fault.getClass().getSimpleName());
    }
}
