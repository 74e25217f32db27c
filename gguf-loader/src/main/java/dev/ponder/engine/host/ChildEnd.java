package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;

/**
 * Why an engine process is no more.
 *
 * @param kind what happened
 * @param error the same for the user
 */
record ChildEnd(Kind kind, EngineError error) {

    /** The ways to end. */
    enum Kind {
        /** It ended by itself: a crash in native code, as a rule. */
        CRASHED,
        /** Something outside ended it: the user, or the system for want of memory. */
        KILLED,
        /** Its heartbeat fell silent. */
        SILENT,
        /** A native call never came back. */
        STALLED,
        /** It spoke nonsense. */
        CONFUSED,
        /** It could not be started. */
        UNSTARTABLE,
        /** It was asked to. */
        CLOSED
    }

    /** Whether a GPU and its driver can be behind it. */
    boolean suspectsGpu() {
        return kind == Kind.CRASHED || kind == Kind.STALLED;
    }
}
