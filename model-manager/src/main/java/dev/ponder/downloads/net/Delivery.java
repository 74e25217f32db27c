package dev.ponder.downloads.net;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.ServerException;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Which bytes of a file a server is about to send, as far as it can be believed.
 *
 * @param start of the first byte of the body
 * @param end behind the last byte; empty where the server does not tell
 * @param size of the whole file; empty where the server does not tell
 * @param isWhole whether the server ignored the range that was asked for and begins with the first byte
 */
public record Delivery(long start, OptionalLong end, OptionalLong size, boolean isWhole) {

    /**
     * Judges an answer. ModelScope answers ranges with 200 in place of 206; that is taken where Content-Range says the right
     * part. A 200 without that header is the whole file.
     *
     * @param what was asked for, in words
     * @throws DownloadException if the answer is no part of a file, or another part
     */
    public static Delivery of(Reply reply, ByteRange wanted, String what) throws DownloadException {
        if (reply.status() == 416) {
            throw new ContentException.OtherFile(reply.host(), "it ends before byte " + wanted.start());
        }
        Statuses.requireSuccess(reply, what);
        if (isPage(reply)) {
            throw new ServerException.WebPage(reply.host());
        }
        if (reply.header("content-encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent()) {
            throw wrong(reply, "with packed bytes");
        }
        var header = reply.header("content-range");
        if (header.isEmpty()) {
            if (reply.status() == 206) {
                throw wrong(reply, "with a part of the file, but not which");
            }
            var length = reply.contentLength();
            return new Delivery(0, length, length, true);
        }
        var range = ContentRange.parse(header.get()).orElseThrow(() -> wrong(reply, "with a range that is none"));
        if (range.start() != wanted.start() || range.end() > wanted.end()) {
            throw wrong(reply, "with another part of the file than was asked for");
        }
        var length = reply.contentLength();
        if (length.isPresent() && length.getAsLong() != range.end() - range.start()) {
            throw wrong(reply, "with a length that contradicts its range");
        }
        return new Delivery(range.start(), OptionalLong.of(range.end()), range.total(), false);
    }

    private static boolean isPage(Reply reply) {
        return reply.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    private static ServerException wrong(Reply reply, String how) {
        return new ServerException.BadAnswer(reply.host(), how);
    }
}
