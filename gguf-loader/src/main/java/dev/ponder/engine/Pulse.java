package dev.ponder.engine;

/** Something whose progress can be felt from another thread. */
@FunctionalInterface
public interface Pulse {

    /**
     * How long the native call in work has been running.
     *
     * @return milliseconds; 0 where none is in work. May be called from any thread
     */
    long busyMillis();
}
