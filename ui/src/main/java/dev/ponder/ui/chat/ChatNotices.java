package dev.ponder.ui.chat;

import dev.ponder.engine.host.SupervisorState;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notice.Severity;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The banners of a chat: about its context, the model, and the process that runs it. */
final class ChatNotices {

    private final Notices notices;
    private final ModelService models;
    private final Runnable onChoose;
    private @Nullable String inUse;

    /**
     * Banners whose buttons load models.
     *
     * @param onChoose lets the user choose a model
     */
    ChatNotices(Notices notices, ModelService models, Runnable onChoose) {
        this.notices = notices;
        this.models = models;
        this.onChoose = onChoose;
    }

    /** A reply is asked for: what was wrong with the last one no longer matters. */
    void onReply() {
        notices.dismissAll(List.of(Kind.ERROR, Kind.CONTEXT_FULL));
    }

    void onModel(ModelState state) {
        if (state instanceof ModelState.Failed(var id, var name, var failure)) {
            notices.show(new Notice(
                    Kind.MODEL,
                    Severity.ERROR,
                    Texts.of("chat.model.failed", name, Problem.of(failure).sentence()),
                    List.of(choose(), again(id))));
        } else {
            notices.dismiss(Kind.MODEL);
        }
        if (state instanceof ModelState.Ready(var facts)) {
            inUse = facts.id();
        }
    }

    void onEngine(SupervisorState state) {
        of(state).ifPresent(notices::show);
        if (state instanceof SupervisorState.Ready && notices.find(Kind.ENGINE).isPresent()) {
            notices.show(Notice.of(Kind.ENGINE, Severity.INFO, Texts.of("chat.engine.again")));
        }
    }

    /**
     * A reply goes round in circles, and the user shall decide.
     *
     * @param inThought whether its thought does, and not its answer
     */
    void onLoop(boolean inThought, ChatService chat) {
        var actions = new ArrayList<Notice.Action>();
        if (inThought) {
            actions.add(once("chat.loop.answer", chat::answerNow));
        }
        actions.add(once(inThought ? "chat.loop.think" : "chat.loop.write", chat::letThink));
        actions.add(once("chat.loop.stop", chat::stop));
        notices.show(new Notice(Kind.LOOP, Severity.INFO, Texts.of("chat.loop.text"), actions));
    }

    private Notice.Action once(String key, Runnable choice) {
        return new Notice.Action(Texts.of(key), () -> {
            onLoopOver();
            choice.run();
        });
    }

    /** Whatever went round in circles no longer does, or nobody minds. */
    void onLoopOver() {
        notices.dismiss(Kind.LOOP);
    }

    /**
     * A conversation no longer fits.
     *
     * @param lastTurnFits whether leaving out older turns helps
     * @param leaveOut leaves them out
     */
    void onContextFull(boolean lastTurnFits, Runnable leaveOut) {
        notices.show(
                lastTurnFits
                        ? new Notice(
                                Kind.CONTEXT_FULL,
                                Severity.WARNING,
                                Texts.of("chat.full.text"),
                                List.of(new Notice.Action(Texts.of("chat.full.drop"), leaveOut)))
                        : Notice.of(Kind.CONTEXT_FULL, Severity.WARNING, Texts.of("chat.full.alone")));
    }

    private Notice.Action choose() {
        return new Notice.Action(Texts.of("chat.model.choose"), onChoose);
    }

    private Notice.Action again(String id) {
        return new Notice.Action(Texts.of("chat.model.again"), () -> models.load(id));
    }

    private Notice gaveUp(String sentence) {
        var last = inUse;
        return new Notice(
                Kind.ENGINE,
                Severity.ERROR,
                Texts.of("chat.engine.gaveup", sentence),
                last == null ? List.of(choose()) : List.of(choose(), again(last)));
    }

    private Optional<Notice> of(SupervisorState state) {
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
            case SupervisorState.GaveUp(var reason) -> Optional.of(gaveUp(reason.message()));
        };
    }
}
