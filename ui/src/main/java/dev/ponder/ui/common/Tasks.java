package dev.ponder.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs what must not run on the JavaFX thread. */
public interface Tasks {

    /** Work without a result. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /**
     * Runs work, one after another in the order given.
     *
     * @param work runs elsewhere; gets no observable things
     * @param onDone gets the result on the JavaFX thread
     * @param onFailed gets what the work threw, on the JavaFX thread
     */
    <T> void call(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed);

    /** Runs work without a result, one after another in the order given. */
    default void run(Action work, Runnable onDone, Consumer<? super Exception> onFailed) {
        Callable<Boolean> call = () -> {
            work.run();
            return true;
        };
        call(call, _ -> onDone.run(), onFailed);
    }

    /** Runs work whose end nobody waits for. */
    default void run(Action work, Consumer<? super Exception> onFailed) {
        run(work, () -> {}, onFailed);
    }

    /** Tasks that run at once on the calling thread, for tests. */
    static Tasks inline() {
        return new InlineTasks();
    }
}
