package dev.ponder.engine;

/** Watches a model load. */
@FunctionalInterface
public interface LoadObserver {

    /** An observer that never cancels. */
    LoadObserver NONE = _ -> true;

    /**
     * Reports progress, on a thread of the engine.
     *
     * @param fraction from 0 to 1
     * @return false to cancel the load
     */
    boolean onProgress(double fraction);
}
