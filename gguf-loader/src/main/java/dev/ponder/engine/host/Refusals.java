package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;

/** What the supervisor itself refuses, in words. */
final class Refusals {

    private Refusals() {}

    static EngineError tooLong() {
        return EngineError.of(
                Code.PROMPT_TOO_LONG,
                "The prompt has more than " + (FrameFormat.PAYLOAD_LIMIT >> 20) + " MiB; no model reads that much.");
    }

    static EngineError closed() {
        return ChildEnds.closed().error();
    }
}
