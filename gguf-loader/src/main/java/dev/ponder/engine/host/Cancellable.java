package dev.ponder.engine.host;

import dev.ponder.engine.Generation;
import dev.ponder.engine.LandedBy;
import org.jspecify.annotations.Nullable;

/** A load or generation that can be cancelled, or its thought landed, before, while and after it runs. */
final class Cancellable {
    private boolean cancelled;
    private @Nullable LandedBy landing;
    private @Nullable Generation generation;

    synchronized void cancel() {
        cancelled = true;
        if (generation != null) {
            generation.cancel();
        }
    }

    synchronized void land(LandedBy by) {
        landing = landing == null ? by : landing;
        if (generation != null) {
            generation.land(by);
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Tells which generation is meant. */
    synchronized void started(Generation begun) {
        generation = begun;
        if (landing != null) {
            begun.land(landing);
        }
        if (cancelled) {
            begun.cancel();
        }
    }
}
