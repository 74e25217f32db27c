package dev.ponder.cli;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;

/** Starts engines. */
@FunctionalInterface
interface EngineSource {

    /**
     * Starts an engine without a model; the caller closes it.
     *
     * @param inProcess whether it runs in this process instead of a child
     * @throws EngineException when it does not start
     */
    Engine start(boolean inProcess) throws EngineException;
}
