package dev.ponder.downloads;

/**
 * A download that an earlier run, or another running Ponder, has begun.
 *
 * @param request with which it goes on
 * @param bytes that have come so far
 */
public record KeptDownload(DownloadRequest request, long bytes) {}
