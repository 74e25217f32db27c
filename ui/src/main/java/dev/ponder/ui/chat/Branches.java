package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Said;
import dev.ponder.resources.Texts;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The versions of messages in the shown conversation. Belongs to the JavaFX thread. */
public final class Branches {

    private final ChatViewModel.Services services;
    private final ComposerViewModel composer;
    private final ObservableValue<@Nullable Conversation> shown;
    private final BooleanSupplier isQuiet;
    private final Consumer<Exception> onFailure;

    /**
     * For a conversation.
     *
     * @param composer where a past message is changed
     * @param shown the conversation; null until the first one is read
     * @param isQuiet whether no reply is under way, on whose branch everything depends
     */
    Branches(
            ChatViewModel.Services services,
            ComposerViewModel composer,
            ObservableValue<@Nullable Conversation> shown,
            BooleanSupplier isQuiet,
            Consumer<Exception> onFailure) {
        this.services = services;
        this.composer = composer;
        this.shown = shown;
        this.isQuiet = isQuiet;
        this.onFailure = onFailure;
    }

    /** Shows the version of a message at a position, from 0. */
    public void choose(long message, int index) {
        var conversation = shown.getValue();
        if (conversation == null || !isQuiet.getAsBoolean()) {
            return;
        }
        var versions = conversation.messages().siblings(message).all();
        if (index >= 0 && index < versions.size()) {
            long chosen = versions.get(index).id();
            services.tasks().run(() -> services.chat().choose(chosen), onFailure);
        }
    }

    /** Takes a past message into the composer. */
    public void edit(long userMessage) {
        var conversation = shown.getValue();
        if (conversation != null) {
            var message = conversation.messages().get(userMessage);
            composer.edit(userMessage, new Said(message.text().content(), message.enclosed()));
        }
    }

    /** What is gone is no longer changed. */
    void onChanged(Conversation changed) {
        Long edited = composer.editingProperty().get();
        if (edited != null && !changed.messages().contains(edited)) {
            composer.cancelEdit();
        }
    }

    /** Chooses a reply of a comparison as the branch that goes on. */
    public void keep(long reply) {
        if (isQuiet.getAsBoolean()) {
            services.tasks().run(() -> services.chat().keep(reply), onFailure);
        }
    }

    /** Moves a version of a message and all that follows it to the trash, with a way back. */
    public void delete(long message) {
        if (!isQuiet.getAsBoolean()) {
            services.toasts().show(Texts.of("keeping.version.busy"));
            return;
        }
        services.tasks()
                .run(
                        () -> services.chat().delete(message),
                        () -> services.toasts()
                                .show(
                                        Texts.of("keeping.version.deleted"),
                                        Texts.of("sidebar.deleted.undo"),
                                        () -> restore(message)),
                        onFailure);
    }

    private void restore(long message) {
        services.tasks().run(() -> services.chat().restore(message), onFailure);
    }
}
