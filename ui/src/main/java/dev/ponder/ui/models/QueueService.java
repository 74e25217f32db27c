package dev.ponder.ui.models;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.Progress;
import java.util.List;
import java.util.function.Consumer;

/** What is being fetched. */
public interface QueueService {

    /** The downloads of this program, in the order they were started. Returns at once. */
    List<Download> queue();

    /** What lies unfinished from earlier and is not in the queue. Blocks. */
    List<KeptDownload> kept() throws DownloadException;

    /** Goes on with what lies unfinished. Blocks for a moment. */
    void resume(KeptDownload kept);

    /** Deletes what has come of a download that is not in the queue. Blocks. */
    void discard(KeptDownload kept) throws DownloadException;

    /** Limits the speed of all downloads together, in bytes a second; 0 for no limit. Returns at once. */
    void limitSpeed(long bytesPerSecond);

    /**
     * Sets who is told how a download goes, now and whenever that changes, as long as it is in the queue.
     *
     * @param observer called on the JavaFX thread
     */
    void observe(Download download, Consumer<? super Progress> observer);
}
