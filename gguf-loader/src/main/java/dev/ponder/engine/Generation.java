package dev.ponder.engine;

/** A generation, a decision or the warming of a cache, under way. All methods may be called from any thread. */
public interface Generation {

    /** Asks for the end after the token or prompt batch in work; what was generated stays. Returns at once. */
    void cancel();

    /**
     * Asks for the answer now: the thought under way ends with the landing sentence before another token is drawn, or
     * lands as soon as it opens where the prompt is still being read. Does nothing where the reply does not think, where
     * the thought is over, and to what is no reply. Returns at once.
     *
     * @param by who asks; stands in {@link GenerationEvent.Landed}
     */
    void land(LandedBy by);

    /**
     * Waits for the last event.
     *
     * @return that event
     * @throws InterruptedException when the waiting thread is interrupted; the generation goes on
     */
    GenerationEvent.Finished await() throws InterruptedException;
}
