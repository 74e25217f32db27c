package dev.ponder.downloads;

import java.nio.file.Path;
import java.util.List;

/**
 * All downloads of this process. Several run at once and share limits; of two processes that want the same file one fetches
 * it and the other watches, and takes over should the first one stop. May be called from any thread.
 */
public interface Downloads extends AutoCloseable {

    /**
     * Begins a download, or goes on where an earlier one ended. Returns at once.
     *
     * @return the download for this target; one that is under way already is returned as it is
     */
    Download start(DownloadRequest request);

    /** The downloads that this process has started and not removed, in that order. */
    List<Download> all();

    /**
     * What lies unfinished in a folder, begun by this process or another.
     *
     * @param folder of models
     * @return empty where the folder is gone
     * @throws DownloadException if the folder cannot be read
     */
    List<KeptDownload> kept(Path folder) throws DownloadException;

    /**
     * Deletes what has come of a file that nobody fetches now.
     *
     * @throws DownloadException if another process is fetching it, or the disk refuses
     */
    void discard(Path target) throws DownloadException;

    /**
     * Limits the speed of all downloads together.
     *
     * @param bytesPerSecond 0 for no limit
     */
    void limitSpeed(long bytesPerSecond);

    /** Pauses everything, waits until what has come is noted, and ends all threads. */
    @Override
    void close();
}
