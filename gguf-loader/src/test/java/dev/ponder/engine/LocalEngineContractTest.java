package dev.ponder.engine;

/** The engine in this process keeps the contract. */
class LocalEngineContractTest extends EngineContract {

    @Override
    protected Engine open() throws EngineException {
        return new LocalEngine(NativesFolder.locate());
    }
}
