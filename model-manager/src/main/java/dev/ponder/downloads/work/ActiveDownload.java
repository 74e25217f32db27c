package dev.ponder.downloads.work;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.downloads.disk.PartPaths;
import dev.ponder.downloads.disk.TargetLock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A download of this process: its thread while it runs, what is wanted of it, and who listens. */
final class ActiveDownload implements Download {

    private static final Logger LOG = System.getLogger(ActiveDownload.class.getName());

    private enum Wish {
        RUN,
        PAUSE,
        REMOVE
    }

    private final DownloadRequest request;
    private final Means means;
    private final Consumer<ActiveDownload> onRemoved;
    private final Status status = new Status();
    private final List<Consumer<Progress>> listeners = new ArrayList<>();
    private final Object telling = new Object();
    private @Nullable Progress told;
    private @Nullable Thread thread;
    private Wish wish = Wish.PAUSE;
    private Wish granted = Wish.PAUSE;
    private boolean isToRunAgain;
    private boolean isEnding;

    /**
     * A download that does not run yet.
     *
     * @param onRemoved told when somebody removes it
     */
    ActiveDownload(DownloadRequest request, Means means, Consumer<ActiveDownload> onRemoved) {
        this.request = request;
        this.means = means;
        this.onRemoved = onRemoved;
    }

    @Override
    public DownloadRequest request() {
        return request;
    }

    @Override
    public Progress progress() {
        return status.look(System.nanoTime());
    }

    @Override
    public Subscription onProgress(Consumer<Progress> listener) {
        synchronized (telling) {
            listener.accept(progress());
            listeners.add(listener);
        }
        return () -> {
            synchronized (telling) {
                listeners.remove(listener);
            }
        };
    }

    /** Tells the listeners if anything has changed. */
    void tell() {
        synchronized (telling) {
            var now = progress();
            if (!now.equals(told)) {
                told = now;
                List.copyOf(listeners).forEach(listener -> listener.accept(now));
            }
        }
    }

    @Override
    public void pause() {
        stop(Wish.PAUSE);
    }

    @Override
    public void remove() {
        stop(Wish.REMOVE);
    }

    private synchronized void stop(Wish how) {
        if (wish != Wish.REMOVE) {
            wish = how;
        }
        isToRunAgain = false;
        if (thread != null) {
            // at its end it tells of it, which nothing must break off
            if (!isEnding) {
                thread.interrupt();
            }
        } else if (how == Wish.REMOVE) {
            // nothing runs, but what has come is to go, and not on the caller's thread
            start();
        }
    }

    @Override
    public synchronized void resume() {
        if (thread != null && (wish != Wish.RUN || isEnding)) {
            isToRunAgain = true;
        } else if (thread == null && !(status.stage() instanceof Phase.Finished)) {
            wish = Wish.RUN;
            start();
        }
    }

    private void start() {
        status.stage(new Phase.Queued());
        thread = Thread.ofPlatform()
                .daemon()
                .name("download-" + request.target().getFileName())
                .start(this::run);
    }

    private void run() {
        Phase end;
        do {
            do {
                end = work(nextWish());
            } while (!isEnd(end));
            if (end instanceof Phase.Removed) {
                onRemoved.accept(this);
            }
            tellOfTheEnd();
        } while (!hasEnded(end));
    }

    /** Before whoever awaits the end goes on, so that what listeners do with the file is done by then. */
    private void tellOfTheEnd() {
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "whoever listens to a download threw", e);
        }
    }

    private synchronized Wish nextWish() {
        // the interrupt that stopped what was before
        Thread.interrupted();
        isEnding = false;
        granted = wish;
        return wish;
    }

    /** Comes to an end, unless there is something left that somebody wished in the meantime. */
    private synchronized boolean isEnd(Phase end) {
        if (isMoreToDo(end)) {
            return false;
        }
        status.stage(end);
        isEnding = true;
        return true;
    }

    /** Ends this thread, unless somebody wished something while the end was told. */
    private synchronized boolean hasEnded(Phase end) {
        if (isMoreToDo(end)) {
            status.stage(new Phase.Queued());
            return false;
        }
        isEnding = false;
        thread = null;
        notifyAll();
        return true;
    }

    private boolean isMoreToDo(Phase end) {
        if (wish == Wish.REMOVE && granted != Wish.REMOVE) {
            return true;
        }
        if (isToRunAgain && !(end instanceof Phase.Finished)) {
            isToRunAgain = false;
            wish = Wish.RUN;
            return true;
        }
        return false;
    }

    private synchronized Wish wish() {
        return wish;
    }

    private Phase work(Wish now) {
        try {
            return switch (now) {
                case RUN -> new Phase.Finished(new DownloadTask(request, means, status).run());
                case PAUSE -> new Phase.Paused();
                case REMOVE -> removed();
            };
        } catch (InterruptedException _) {
            return new Phase.Paused();
        } catch (DownloadException e) {
            // whoever stops a download is not told that reading was interrupted
            return wish() == now ? new Phase.Failed(e) : new Phase.Paused();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a download broke", e);
            return new Phase.Failed(new DownloadException.Broken(e));
        }
    }

    private Phase removed() throws DownloadException {
        var paths = new PartPaths(request.target());
        var lock = TargetLock.tryTake(paths.lock());
        if (lock.isPresent()) {
            try (var _ = lock.get()) {
                Publication.discard(paths);
            }
        }
        return new Phase.Removed();
    }

    @Override
    public FinishedFile await() throws DownloadException, InterruptedException {
        Phase end;
        synchronized (this) {
            while (thread != null) {
                wait();
            }
            end = status.stage();
        }
        return switch (end) {
            case Phase.Finished(var file) -> file;
            case Phase.Failed(var why) -> throw why;
            default -> throw new DownloadException.Stopped();
        };
    }
}
