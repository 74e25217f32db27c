package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;

/** What the window can say about the engine process. */
public sealed interface SupervisorState {

    /** A process is being started. */
    record Starting() implements SupervisorState {}

    /**
     * The engine answers, and the model that was last asked for is in place.
     *
     * @param pid of the engine process
     */
    record Ready(long pid) implements SupervisorState {}

    /**
     * The process is gone; another one follows, and with it the model.
     *
     * @param reason what happened
     */
    record Restarting(EngineError reason) implements SupervisorState {}

    /**
     * The model lies on the GPU with fewer layers than asked for, because more of them failed.
     *
     * @param from layers asked for; negative for all
     * @param to layers now; 0 for none
     */
    record SteppedDown(int from, int to) implements SupervisorState {}

    /**
     * No further process is started until the next call asks for one.
     *
     * @param reason the last failure
     */
    record GaveUp(EngineError reason) implements SupervisorState {}
}
