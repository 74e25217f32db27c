package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.host.ChildEnd.Kind;
import java.time.Duration;

/** The ways an engine process ends, put into words. */
final class ChildEnds {
    private static final int SIGNALLED = 128;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;

    private ChildEnds() {}

    /**
     * Judges by the exit status. On Linux and macOS Java reports a signal as 128 plus its number.
     *
     * @param log the process's last log lines
     */
    static ChildEnd exited(int status, String log) {
        if (status == SIGNALLED + SIGKILL || status == SIGNALLED + SIGTERM) {
            return end(
                    Kind.KILLED,
                    Code.ENGINE_DIED,
                    "The engine process was ended from outside, perhaps because memory ran out. It is started again.",
                    log);
        }
        var how = status > SIGNALLED && status < SIGNALLED + 64
                ? "signal " + (status - SIGNALLED)
                : "status " + Integer.toUnsignedString(status);
        return end(
                Kind.CRASHED, Code.ENGINE_DIED, "The engine process crashed (" + how + "). It is started again.", log);
    }

    static ChildEnd silent(Duration limit) {
        return end(
                Kind.SILENT,
                Code.ENGINE_HUNG,
                "The engine process has not answered for " + limit.toSeconds() + " seconds. It is started again.",
                "");
    }

    static ChildEnd stalled(long seconds) {
        return end(
                Kind.STALLED,
                Code.ENGINE_HUNG,
                "The engine made no progress for " + seconds + " seconds. It is started again.",
                "");
    }

    static ChildEnd confused(String what) {
        return end(
                Kind.CONFUSED,
                Code.ENGINE_CONFUSED,
                "The engine process sent something that makes no sense. It is started again.",
                what);
    }

    static ChildEnd unstartable(String why) {
        return end(Kind.UNSTARTABLE, Code.ENGINE_DIED, "The engine process could not be started.", why);
    }

    static ChildEnd closed() {
        return end(Kind.CLOSED, Code.CLOSED, "The engine was closed.", "");
    }

    private static ChildEnd end(Kind kind, Code code, String message, String detail) {
        return new ChildEnd(kind, new EngineError(code, message, detail));
    }
}
