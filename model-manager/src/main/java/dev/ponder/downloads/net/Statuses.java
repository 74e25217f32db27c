package dev.ponder.downloads.net;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.ServerException;
import java.time.Instant;

/** What a status means that is no success. */
public final class Statuses {

    private Statuses() {}

    /**
     * Refuses everything but 200 and 206.
     *
     * @param what was asked for, in words
     */
    public static void requireSuccess(Reply reply, String what) throws DownloadException {
        var host = reply.host();
        switch (reply.status()) {
            case 200, 206 -> {
                return;
            }
            case 401 -> throw new ServerException.TokenNeeded(host, what);
            case 403, 451 -> throw new ServerException.Forbidden(host, what);
            case 404, 410 -> throw new ServerException.NotFound(host, what);
            case 429 -> throw new ServerException.Busy(host, Pauses.asked(reply, Instant.now()));
            case 408, 500, 502, 503, 504 ->
                throw new ServerException.Trouble(host, reply.status(), Pauses.asked(reply, Instant.now()));
            default -> throw new ServerException.BadAnswer(host, "with status " + reply.status());
        }
    }
}
