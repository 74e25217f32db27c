package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.Role;
import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ModelService.ModelChoice;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notice.Severity;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a conversation was held with another model than the one in use, and offers that one. Nothing is loaded
 * unasked: looking through conversations has to stay quick, and the header has to name what will reply.
 */
final class HeldWith {

    private final ModelService models;
    private final Tasks tasks;
    private final Notices notices;
    private final Runnable onChoose;
    private @Nullable Conversation shown;
    private ModelState state = new ModelState.None();

    HeldWith(ModelService models, Tasks tasks, Notices notices, Runnable onChoose) {
        this.models = models;
        this.tasks = tasks;
        this.notices = notices;
        this.onChoose = onChoose;
    }

    /** Another conversation is looked at. */
    void onShown(Conversation conversation) {
        shown = conversation;
        check();
    }

    /** The one that is looked at changed. */
    void onChanged(Conversation conversation) {
        shown = conversation;
    }

    /** A reply of the model in use begins. */
    void onReply() {
        notices.dismiss(Kind.HELD_WITH);
    }

    /** Something else became of the model. */
    void onModel(ModelState now) {
        state = now;
        check();
    }

    private void check() {
        notices.dismiss(Kind.HELD_WITH);
        var conversation = shown;
        var wanted = conversation == null ? null : conversation.settings().model();
        var reply = conversation == null ? Optional.<Message>empty() : lastReply(conversation);
        if (wanted == null || reply.isEmpty() || state instanceof ModelState.Loading || isInUse(wanted)) {
            return;
        }
        tasks.call(
                () -> models.find(wanted),
                found -> show(conversation, reply.get(), found),
                failure -> notices.show(Kind.HELD_WITH, failure));
    }

    private void show(@Nullable Conversation conversation, Message reply, Optional<ModelChoice> found) {
        // by now another one may be looked at
        if (conversation != null && isLookedAt(conversation.id()) && !(state instanceof ModelState.Loading)) {
            notices.show(found.map(this::offer).orElseGet(() -> missing(reply)));
        }
    }

    private boolean isLookedAt(long id) {
        return shown != null && shown.id() == id;
    }

    private Notice offer(ModelChoice choice) {
        var text = state instanceof ModelState.Ready(var facts)
                ? Texts.of("chat.held.other", choice.name(), facts.name())
                : Texts.of("chat.held.idle", choice.name());
        var load = new Notice.Action(Texts.of("chat.held.load"), () -> models.load(choice.id()));
        return new Notice(Kind.HELD_WITH, Severity.INFO, text, List.of(load));
    }

    private Notice missing(Message reply) {
        var facts = reply.reply();
        return new Notice(
                Kind.HELD_WITH,
                Severity.WARNING,
                Texts.of("chat.held.missing", facts == null ? "" : facts.model()),
                List.of(new Notice.Action(Texts.of("chat.model.choose"), onChoose)));
    }

    /** Whether a model is in use, or its own banner says why it is not. */
    private boolean isInUse(String id) {
        return switch (state) {
            case ModelState.Ready(var facts) -> facts.id().equals(id);
            case ModelState.Failed(var failed, var _, var _) -> failed.equals(id);
            default -> false;
        };
    }

    private static Optional<Message> lastReply(Conversation conversation) {
        return conversation.branch().reversed().stream()
                .filter(message -> message.role() == Role.ASSISTANT && message.reply() != null)
                .findFirst();
    }
}
