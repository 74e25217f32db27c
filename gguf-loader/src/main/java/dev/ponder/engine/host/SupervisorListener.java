package dev.ponder.engine.host;

/** Told what becomes of the engine process. */
@FunctionalInterface
public interface SupervisorListener {

    /** A listener that does nothing. */
    SupervisorListener NONE = _ -> {};

    /** The state changed. Called on a thread of the supervisor; must not wait for the engine. */
    void onState(SupervisorState state);
}
