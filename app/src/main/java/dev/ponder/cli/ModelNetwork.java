package dev.ponder.cli;

import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.HubListings;
import dev.ponder.downloads.net.Patience;
import dev.ponder.downloads.net.StoredTokens;
import dev.ponder.downloads.work.DownloadService;
import dev.ponder.models.ModelDownloads;

/**
 * The network, opened for one command; every connection is in the connection log.
 *
 * @param connector makes connections
 * @param downloads fetches files
 * @param models fetches models
 */
record ModelNetwork(Connector connector, DownloadService downloads, ModelDownloads models) implements AutoCloseable {

    /**
     * Opens it; nothing is asked yet.
     *
     * @throws CliException if an environment variable names no usable host
     */
    static ModelNetwork open(Workplace workplace) throws CliException {
        var installation = workplace.installation();
        Endpoints endpoints;
        try {
            endpoints = Endpoints.of(installation.surroundings().environment());
        } catch (IllegalArgumentException bad) {
            throw CliException.badInput("bad-endpoint", String.valueOf(bad.getMessage()), bad);
        }
        var connector = Connector.open(
                Patience.USUAL,
                StoredTokens.ofThisSystem(installation.paths().data()),
                new FileConnectionLog(installation.paths().connections()));
        var downloads = DownloadService.open(connector, endpoints);
        return new ModelNetwork(
                connector,
                downloads,
                new ModelDownloads(downloads, new HubListings(connector, endpoints), installation.library()));
    }

    /** Pauses what runs and lets go of all threads. */
    @Override
    public void close() {
        downloads.close();
        connector.close();
    }
}
