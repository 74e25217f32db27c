package dev.ponder.downloads;

import java.util.List;

/** Asks hubs what their repositories hold. */
public interface Listings {

    /**
     * All files of a repository at its revision. Blocks; each connection is in the connection log.
     *
     * @return in the hub's order
     * @throws DownloadException when the hub cannot be reached, refuses, or answers nonsense
     */
    List<ListedFile> files(Repository repository) throws DownloadException, InterruptedException;
}
