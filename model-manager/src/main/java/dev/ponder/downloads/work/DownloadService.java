package dev.ponder.downloads.work;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Downloads;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Downloads over one connector. */
public final class DownloadService implements Downloads {

    private final Connector connector;
    private final Endpoints endpoints;
    private final Map<Path, StraightDownload> downloads = new LinkedHashMap<>();

    private DownloadService(Connector connector, Endpoints endpoints) {
        this.connector = connector;
        this.endpoints = endpoints;
    }

    /** Downloads by this connector, which stays its owner's to close. */
    public static DownloadService open(Connector connector, Endpoints endpoints) {
        return new DownloadService(connector, endpoints);
    }

    @Override
    public synchronized Download start(DownloadRequest request) {
        var download =
                downloads.computeIfAbsent(request.target(), _ -> new StraightDownload(request, connector, endpoints));
        download.resume();
        return download;
    }

    @Override
    public synchronized List<Download> all() {
        return List.copyOf(downloads.values());
    }

    @Override
    public List<KeptDownload> kept(Path folder) {
        return List.of();
    }

    @Override
    public void discard(Path target) throws DownloadException {
        try {
            Files.deleteIfExists(target.resolveSibling(target.getFileName() + ".part"));
        } catch (IOException e) {
            throw new dev.ponder.downloads.DiskException.DiskFailed(target, e);
        }
    }

    @Override
    public void limitSpeed(long bytesPerSecond) {}

    @Override
    public synchronized void close() {
        downloads.values().forEach(Download::pause);
    }
}
