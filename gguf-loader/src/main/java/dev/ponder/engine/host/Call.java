package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.host.HostEvent.Reply;

/**
 * A request on its way. After it was handed to an {@link EngineProcess} its methods are called by that process's threads
 * only, one at a time.
 */
sealed interface Call permits Question, LoadCall, RemoteGeneration {

    /**
     * What to send.
     *
     * @param id names the request in its answers
     */
    HostRequest request(long id);

    /**
     * Takes an answer.
     *
     * @return whether it was the last
     * @throws WireException when it is no answer to this request, or not its turn
     */
    boolean answer(Reply reply) throws WireException;

    /** Ends the request without an answer. */
    void fail(EngineError error);
}
