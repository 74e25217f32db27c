package dev.ponder.engine.host;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;

/** Makes the engine of the engine process when the first request needs it. */
@FunctionalInterface
interface EngineFactory {

    /**
     * Opens an engine; called again at the next request where it fails.
     *
     * @throws EngineException when the native libraries cannot be loaded
     */
    Engine open() throws EngineException;
}
