package dev.ponder.chat;

import dev.ponder.engine.GenerationEvent.StopReason;
import java.util.List;

/** Ends of replies for tests. */
final class Outcomes {

    static final ReplyFigures FIGURES = new ReplyFigures(10, 2_000, 3_000, 100, 40, 60, 20, 35);

    private Outcomes() {}

    static ReplyOutcome complete() {
        return of(StopReason.STOP);
    }

    static ReplyOutcome of(StopReason reason) {
        return new ReplyOutcome(reason, FIGURES, List.of(), null);
    }
}
