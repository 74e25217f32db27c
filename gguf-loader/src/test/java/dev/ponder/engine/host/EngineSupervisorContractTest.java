package dev.ponder.engine.host;

import dev.ponder.engine.Engine;
import dev.ponder.engine.ReasoningContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The engine in a process of its own keeps the same contract. */
class EngineSupervisorContractTest extends ReasoningContract {
    @TempDir
    static Path crashFolder;

    @Override
    protected Engine open() {
        return new EngineSupervisor(
                EngineCommand.ofThisRuntime(crashFolder), SupervisorListener.NONE, FailureMemory.untilExit());
    }
}
