package dev.ponder.engine.host;

import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.LoadRequest;
import dev.ponder.qwen.Prompt;

/** What the front process asks of the engine process. Ids count up and come back in the answers. */
sealed interface HostRequest {

    record Describe(long id) implements HostRequest {}

    record Load(long id, LoadRequest request) implements HostRequest {}

    record Unload(long id) implements HostRequest {}

    record Tokenize(long id, Prompt prompt) implements HostRequest {}

    record Generate(long id, GenerationRequest request) implements HostRequest {}

    record Warm(long id, String conversation, Prompt prompt) implements HostRequest {}

    record Decide(long id, DecisionRequest request) implements HostRequest {}

    /** Lands the thought of the generation of this id; no answer of its own, and nothing where there is none. */
    record Land(long id, LandedBy by) implements HostRequest {}

    /** Ends the load or generation of this id; no answer of its own, and nothing where it has ended already. */
    record Cancel(long id) implements HostRequest {}

    /** Cancels what runs, frees everything and ends the process. */
    record Shutdown() implements HostRequest {}
}
