package dev.ponder.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The real toolkit without a screen. */
public final class Headless {

    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Longer by a system property where others want the machine, too. */
    private static final long PATIENCE_SECONDS = Long.getLong("ponder.patience", 90);

    private static boolean started;

    private Headless() {}

    /** Starts the toolkit once for all tests of the process. */
    public static synchronized void start() throws InterruptedException {
        if (!started) {
            var ready = new CountDownLatch(1);
            Platform.startup(ready::countDown);
            ready.await();
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    /** Runs something on the JavaFX thread and waits for its result; what it throws fails the test. */
    public static <T> T call(Callable<T> work) {
        var task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            // a condition that await() asks may read the window by this method; waiting would be for itself
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not get to it in " + PATIENCE_SECONDS + " s", e);
        }
    }

    /** Runs something on the JavaFX thread and waits until it is done; what it throws fails the test. */
    public static void run(Tasks.Action work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something holds, asked on the JavaFX thread, which is left time for its own work in between. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen in " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
