package dev.ponder.downloads.work;

import java.time.Duration;

/**
 * Limits of downloads.
 *
 * @param pieceBytes in which a file is hashed and journaled; also the most that is asked for and not yet noted, so the most
 *     that comes twice after a crash
 * @param extentBytes that a connection writes before it notes them
 * @param keptFree bytes of each disk that downloads leave free
 * @param connections of one download at most
 * @param allConnections of all downloads together
 * @param downloads at once; others queue
 * @param attempts that fail one after the other before a source is given up
 * @param adaptEvery how often the number of connections is thought about
 * @param longestPause that a server may ask for before it is given up
 */
public record DownloadSettings(
        long pieceBytes,
        int extentBytes,
        long keptFree,
        int connections,
        int allConnections,
        int downloads,
        int attempts,
        Duration adaptEvery,
        Duration longestPause) {

    /** Pieces of 64 MiB noted every 2 MiB, 1 GB kept free, 4 connections of 8, 3 downloads, 8 attempts. */
    public static final DownloadSettings USUAL = new DownloadSettings(
            64L << 20, 2 << 20, 1_000_000_000, 4, 8, 3, 8, Duration.ofSeconds(2), Duration.ofMinutes(15));
}
