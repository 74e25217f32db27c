package dev.ponder.ui.chat;

import dev.ponder.engine.host.SupervisorState;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notice.Severity;
import dev.ponder.ui.common.Problem;
import java.util.Optional;

/** Banners about the model and the process that runs it. */
final class ModelNotices {

    private ModelNotices() {}

    static Notice failed(String name, Exception failure) {
        return Notice.of(
                Kind.MODEL,
                Severity.ERROR,
                Texts.of("chat.model.failed", name, Problem.of(failure).sentence()));
    }

    static Notice runningAgain() {
        return Notice.of(Kind.ENGINE, Severity.INFO, Texts.of("chat.engine.again"));
    }

    static Optional<Notice> of(SupervisorState state) {
        return switch (state) {
            case SupervisorState.Starting() -> Optional.empty();
            case SupervisorState.Ready(var _) -> Optional.empty();
            case SupervisorState.Restarting(var reason) ->
                Optional.of(
                        Notice.of(Kind.ENGINE, Severity.WARNING, Texts.of("chat.engine.restarting", reason.message())));
            case SupervisorState.SteppedDown(var _, var layers) ->
                Optional.of(Notice.of(
                        Kind.PROCESSOR_ONLY,
                        Severity.WARNING,
                        layers == 0 ? Texts.of("chat.engine.processor") : Texts.of("chat.engine.layers", layers)));
            case SupervisorState.GaveUp(var reason) ->
                Optional.of(Notice.of(Kind.ENGINE, Severity.ERROR, Texts.of("chat.engine.gaveup", reason.message())));
        };
    }
}
