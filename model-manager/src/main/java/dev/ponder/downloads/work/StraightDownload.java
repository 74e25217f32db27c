package dev.ponder.downloads.work;

import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.net.Ask;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.HubAddresses;
import dev.ponder.downloads.net.Purpose;
import dev.ponder.downloads.net.Statuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From the first source, from beginning to end. */
final class StraightDownload implements Download {

    private final DownloadRequest request;
    private final Connector connector;
    private final Endpoints endpoints;
    private final List<Consumer<Progress>> listeners = new CopyOnWriteArrayList<>();
    private Progress now = new Progress(new Phase.Queued(), 0, OptionalLong.empty(), 0, Optional.empty());
    private @Nullable Thread thread;

    StraightDownload(DownloadRequest request, Connector connector, Endpoints endpoints) {
        this.request = request;
        this.connector = connector;
        this.endpoints = endpoints;
    }

    @Override
    public DownloadRequest request() {
        return request;
    }

    @Override
    public synchronized Progress progress() {
        return now;
    }

    @Override
    public Subscription onProgress(Consumer<Progress> listener) {
        listener.accept(progress());
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized void pause() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public synchronized void resume() {
        if (thread == null || !thread.isAlive()) {
            thread = Thread.ofPlatform().daemon().name("download").start(this::run);
        }
    }

    @Override
    public void remove() {
        pause();
    }

    @Override
    public FinishedFile await() throws DownloadException, InterruptedException {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            running.join();
        }
        return switch (progress().phase()) {
            case Phase.Finished(var file) -> file;
            case Phase.Failed(var why) -> throw why;
            default -> throw new DownloadException.Stopped();
        };
    }

    private void run() {
        try {
            tell(new Phase.Finished(fetch()), progress().bytes());
        } catch (DownloadException e) {
            tell(new Phase.Failed(e), 0);
        } catch (InterruptedException _) {
            tell(new Phase.Paused(), 0);
        }
    }

    private FinishedFile fetch() throws DownloadException, InterruptedException {
        var part = request.target().resolveSibling(request.target().getFileName() + ".part");
        var address = new HubAddresses(endpoints).file(request.sources().getFirst());
        tell(new Phase.Resolving(address.getHost()), 0);
        var digest = Sha256.digest();
        long bytes = 0;
        try (var reply = connector.get(Ask.whole(
                        address,
                        Purpose.DOWNLOAD,
                        request.target().getFileName().toString()));
                var out = Files.newOutputStream(part)) {
            Statuses.requireSuccess(reply, request.sources().getFirst().toString());
            var wanted = request.sha256()
                    .or(() -> reply.headerOfOrigin("x-linked-etag")
                            .map(tag -> tag.replace("\"", ""))
                            .flatMap(Sha256::parse))
                    .orElseThrow(() -> new ContentException.Unverifiable(reply.host(), "SHA-256"));
            var buffer = new byte[1 << 18];
            for (int count; (count = reply.read(buffer, buffer.length)) >= 0; ) {
                out.write(buffer, 0, count);
                digest.update(buffer, 0, count);
                bytes += count;
                tell(new Phase.Fetching(reply.host(), 1), bytes);
            }
            var found = Sha256.of(digest);
            if (!found.equals(wanted)) {
                throw new ContentException.HashWrong(reply.host(), wanted, found);
            }
            Files.move(part, request.target(), StandardCopyOption.ATOMIC_MOVE);
            return new FinishedFile(
                    request.target(), bytes, found, request.sha256().isPresent());
        } catch (IOException e) {
            throw new DiskException.DiskFailed(part, e);
        }
    }

    private void tell(Phase phase, long bytes) {
        synchronized (this) {
            now = new Progress(phase, bytes, request.size(), 0, Optional.empty());
        }
        listeners.forEach(listener -> listener.accept(progress()));
    }
}
