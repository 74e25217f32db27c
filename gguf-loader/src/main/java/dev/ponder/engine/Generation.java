package dev.ponder.engine;

/** A generation under way. */
public interface Generation {

    /** Asks for the end after the token or prompt batch in work; what was generated stays. Returns at once. */
    void cancel();

    /**
     * Waits for the last event.
     *
     * @return that event
     * @throws InterruptedException when the waiting thread is interrupted; the generation goes on
     */
    GenerationEvent.Finished await() throws InterruptedException;
}
