package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.ModelInfo;
import java.util.List;

/** What the engine process says. */
sealed interface HostEvent {

    /**
     * The first message.
     *
     * @param pid of the engine process
     */
    record Hello(long pid) implements HostEvent {}

    /**
     * Sent twice a second, whatever native code does.
     *
     * @param busyMillis how long the native call in progress has run without progress; 0 for none
     */
    record Heartbeat(long busyMillis) implements HostEvent {}

    /** Says which request it belongs to. */
    sealed interface Reply extends HostEvent {
        long id();
    }

    record Described(long id, EngineInfo info) implements Reply {}

    record LoadProgress(long id, double fraction) implements Reply {}

    record Loaded(long id, ModelInfo model) implements Reply {}

    record Unloaded(long id) implements Reply {}

    record Tokenized(long id, List<Integer> ids) implements Reply {
        public Tokenized {
            ids = List.copyOf(ids);
        }
    }

    /** The request failed as expected failures do; the engine goes on. */
    record Refused(long id, EngineError error) implements Reply {}

    record Generated(long id, GenerationEvent event) implements Reply {}
}
