package dev.ponder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The engine in this process keeps the contract. */
class LocalEngineContractTest extends ReasoningContract {

    @Override
    protected Engine open() throws EngineException {
        return new LocalEngine(NativesFolder.locate());
    }

    @Test
    void readsNoFurtherBatchAfterACancel() throws Exception {
        try (var engine = open()) {
            engine.load(demo(), LoadObserver.NONE);
            assertEquals(0, cancelAtThePrompt(engine).tokens().generated());
        }
    }
}
