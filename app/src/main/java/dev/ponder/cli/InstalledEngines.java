package dev.ponder.cli;

import dev.ponder.app.PonderPaths;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.engine.host.EngineCommand;
import dev.ponder.engine.host.EngineSupervisor;
import dev.ponder.engine.host.FailureMemory;
import dev.ponder.engine.host.SupervisorState;

/**
 * Engines of this installation: each in a process of its own, or in this one where that was asked for.
 *
 * @param paths where crash reports go
 * @param streams where people read what becomes of an engine
 */
record InstalledEngines(PonderPaths paths, Streams streams) implements EngineSource {

    @Override
    public Engine start(boolean inProcess) throws EngineException {
        if (inProcess) {
            return new LocalEngine(NativesFolder.locate());
        }
        return new EngineSupervisor(
                EngineCommand.ofThisRuntime(paths.crashes()), this::onState, FailureMemory.in(paths.data()));
    }

    /** A step down changes the speed, so people hear of it; failures come back with the call that they broke. */
    private void onState(SupervisorState state) {
        if (state instanceof SupervisorState.SteppedDown(var from, var to)) {
            streams.err()
                    .print("The GPU failed with " + (from < 0 ? "all" : from) + " layers; going on with " + to + ".\n");
            streams.err().flush();
        }
    }
}
