package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.NetworkException;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.net.Reply;

/** Reads bodies within the speed that all downloads share, and counts what comes. For one thread. */
final class Inflow {

    private static final int BUFFER_BYTES = 256 << 10;

    private final SpeedLimit speed;
    private final Status status;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    Inflow(SpeedLimit speed, Status status) {
        this.speed = speed;
        this.status = status;
    }

    /** What the last {@link #read} has brought, from the beginning on. */
    byte[] buffer() {
        return buffer;
    }

    /**
     * Reads some bytes.
     *
     * @return how many, at least one
     * @throws NetworkException also where the body ends, since more was promised
     */
    int read(Reply reply, long most) throws NetworkException, InterruptedException {
        int count = reply.read(buffer, (int) Math.min(speed.step(buffer.length), most));
        if (count < 0) {
            throw new NetworkException.ConnectionLost(reply.host(), null);
        }
        status.fetched(count);
        speed.take(count);
        return count;
    }

    /** Passes over bytes. */
    void skip(Reply reply, long count) throws NetworkException, InterruptedException {
        long left = count;
        while (left > 0) {
            left -= read(reply, left);
        }
    }

    /**
     * Reads the end of a body of which all that was wanted has come; the connection can be used again then.
     *
     * @throws ServerException if it goes on behind what it said it was
     */
    void requireEnd(Reply reply) throws DownloadException, InterruptedException {
        if (reply.read(buffer, 1) >= 0) {
            throw new ServerException.BadAnswer(reply.host(), "with more bytes than it said");
        }
    }
}
