package dev.ponder.engine.host;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.LoadObserver;

/** An observer that keeps in mind whether a load was cancelled. */
final class WatchedLoad implements LoadObserver {
    private final LoadObserver observer;
    private volatile boolean cancelled;

    WatchedLoad(LoadObserver observer) {
        this.observer = observer;
    }

    @Override
    public boolean onProgress(double fraction) {
        boolean goOn = observer.onProgress(fraction);
        cancelled |= !goOn;
        return goOn;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Ends what was cancelled, whatever has become of it meanwhile. */
    void requireWanted() throws EngineException {
        if (cancelled) {
            throw new EngineException(Code.LOAD_CANCELLED, "Loading the model was cancelled.");
        }
    }
}
