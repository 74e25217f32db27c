package dev.ponder.downloads.work;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Downloads;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.disk.DiskSpace;
import dev.ponder.downloads.disk.KeptParts;
import dev.ponder.downloads.disk.PartPaths;
import dev.ponder.downloads.disk.Reservation;
import dev.ponder.downloads.disk.TargetLock;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.HubAddresses;
import dev.ponder.downloads.net.HubListings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** All downloads of this process, over one connector. */
public final class DownloadService implements Downloads {

    private static final Logger LOG = System.getLogger(DownloadService.class.getName());
    private static final long TELL_MILLIS = 100;

    private final Means means;
    private final Map<Path, ActiveDownload> downloads = new LinkedHashMap<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("downloads-progress").factory());

    DownloadService(Means means) {
        this.means = means;
        var _ = teller.scheduleAtFixedRate(this::tell, TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Downloads within the usual limits. */
    public static DownloadService open(Connector connector, Endpoints endpoints) {
        return open(connector, endpoints, DownloadSettings.USUAL);
    }

    /**
     * Downloads by a connector, which stays its owner's to close after this.
     *
     * @param endpoints the hubs' hosts
     * @param settings limits
     */
    public static DownloadService open(Connector connector, Endpoints endpoints, DownloadSettings settings) {
        return new DownloadService(new Means(
                settings,
                new Remote.Door(connector, new HubListings(connector, endpoints), new HubAddresses(endpoints)),
                new SpeedLimit(),
                new ConnectionShare(settings),
                new DiskSpace(settings.keptFree()),
                Reservation.ofThisSystem(),
                Timing.SYSTEM,
                RandomGenerator.getDefault()));
    }

    @Override
    public Download start(DownloadRequest request) {
        ActiveDownload download;
        synchronized (this) {
            download =
                    downloads.computeIfAbsent(request.target(), _ -> new ActiveDownload(request, means, this::forget));
        }
        download.resume();
        return download;
    }

    private synchronized void forget(ActiveDownload download) {
        downloads.remove(download.request().target(), download);
    }

    @Override
    public synchronized List<Download> all() {
        return List.copyOf(downloads.values());
    }

    @Override
    public List<KeptDownload> kept(Path folder) throws DownloadException {
        return KeptParts.in(folder);
    }

    @Override
    public void discard(Path target) throws DownloadException {
        var paths = new PartPaths(target.toAbsolutePath().normalize());
        synchronized (this) {
            // this process's own lock must not be touched, see TargetLock
            if (downloads.containsKey(paths.target())) {
                throw new DiskException.InUse(target);
            }
        }
        var lock = TargetLock.tryTake(paths.lock()).orElseThrow(() -> new DiskException.InUse(target));
        try (lock) {
            Publication.discard(paths);
        }
    }

    @Override
    public void limitSpeed(long bytesPerSecond) {
        means.speed().set(bytesPerSecond);
    }

    private void tell() {
        try {
            List.copyOf(all()).forEach(download -> ((ActiveDownload) download).tell());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "whoever listens to downloads threw", e);
        }
    }

    @Override
    public void close() {
        var running = all();
        running.forEach(Download::pause);
        for (var download : running) {
            awaitEnd(download);
        }
        teller.shutdown();
    }

    private static void awaitEnd(Download download) {
        try {
            var _ = download.await();
        } catch (DownloadException e) {
            LOG.log(Level.DEBUG, "a download had ended otherwise before", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
