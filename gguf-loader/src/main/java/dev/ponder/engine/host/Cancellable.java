package dev.ponder.engine.host;

import dev.ponder.engine.Generation;
import org.jspecify.annotations.Nullable;

/** A load or generation that can be cancelled before, while and after it runs. */
final class Cancellable {
    private boolean cancelled;
    private @Nullable Generation generation;

    synchronized void cancel() {
        cancelled = true;
        if (generation != null) {
            generation.cancel();
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Tells which generation a cancel means. */
    synchronized void started(Generation begun) {
        generation = begun;
        if (cancelled) {
            begun.cancel();
        }
    }
}
