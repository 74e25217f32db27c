package dev.ponder.downloads;

import java.util.function.Consumer;

/** One download. All methods may be called from any thread; only {@link #await} blocks. */
public interface Download {

    /** What it is for. */
    DownloadRequest request();

    /** How far it is now. */
    Progress progress();

    /**
     * Tells of progress at most ten times a second, and always of an end.
     *
     * @param listener called at once with the state now and then on threads of the download; must return soon and not throw
     */
    Subscription onProgress(Consumer<Progress> listener);

    /** Stops it; what has come stays. The phase becomes {@link Phase.Paused} soon. Nothing to do at an end. */
    void pause();

    /** Lets it go on after a pause or a failure. */
    void resume();

    /** Stops it for good and deletes what has come. A finished file stays. */
    void remove();

    /**
     * Waits for an end, and until all listeners have been told of it.
     *
     * @return the file that is there now
     * @throws DownloadException why it failed; {@link DownloadException.Stopped} where it was paused or removed
     */
    FinishedFile await() throws DownloadException, InterruptedException;

    /** Progress that somebody listens to. */
    interface Subscription extends AutoCloseable {
        /** Ends it; a call in progress may still come to its end. */
        @Override
        void close();
    }
}
