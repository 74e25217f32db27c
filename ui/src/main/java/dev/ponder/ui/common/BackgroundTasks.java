package dev.ponder.ui.common;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs work on one thread of its own, so that what a user did first is written first. */
public final class BackgroundTasks implements Tasks, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService worker;

    /** Starts the thread. */
    public BackgroundTasks(String name) {
        // ends with the program even where work hangs on a disk that is gone
        worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
    }

    @Override
    public <T> void call(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        worker.execute(() -> {
            try {
                T result = work.call();
                Fx.run(() -> onDone.accept(result));
            } catch (Exception e) {
                Fx.run(() -> onFailed.accept(e));
            }
        });
    }

    /** Finishes what was asked for, waiting up to five seconds. Nothing can be asked for afterwards. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
