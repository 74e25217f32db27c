package dev.ponder.ui.chat;

import dev.ponder.attachments.Attachment;
import dev.ponder.chat.AnswerSchema;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.Queued;
import dev.ponder.ui.common.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the shown conversation that wait for the end of a reply. What can no longer be sent by itself goes back
 * into the composer. Belongs to the JavaFX thread.
 */
public final class MessageQueue {

    private final ObservableList<Queued> waiting = FXCollections.observableArrayList();
    // held here, since what listens to it holds it only weakly
    private final ObservableList<Queued> shown = FXCollections.unmodifiableObservableList(waiting);
    private final ComposerViewModel composer;
    private final Conversations conversations;
    private final Tasks tasks;
    private final Consumer<? super Exception> onFailed;

    MessageQueue(
            ComposerViewModel composer,
            Conversations conversations,
            Tasks tasks,
            Consumer<? super Exception> onFailed) {
        this.composer = composer;
        this.conversations = conversations;
        this.tasks = tasks;
        this.onFailed = onFailed;
    }

    /** Those that wait, the first one first. */
    public ObservableList<Queued> waiting() {
        return shown;
    }

    void show(Conversation conversation) {
        waiting.setAll(conversation.unsent().queue());
    }

    /** Takes a message out for good. */
    public void remove(Queued queued) {
        waiting.remove(queued);
        tasks.run(() -> conversations.unqueue(queued.id()), onFailed);
    }

    /** Takes a message back into the composer, in front of what is typed there. */
    public void edit(Queued queued) {
        giveBack(List.of(queued));
    }

    /** Takes all messages back into the composer: nothing is going to send them. */
    void giveBack() {
        giveBack(List.copyOf(waiting));
    }

    private void giveBack(List<Queued> queued) {
        if (queued.isEmpty()) {
            return;
        }
        composer.cancelEdit();
        var typed = composer.textProperty().get();
        var text = Stream.concat(queued.stream().map(each -> each.said().text()), Stream.of(typed))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n\n"));
        composer.enclosedProperty().set(together(queued));
        composer.textProperty().set(text);
        // the draft is on its way to the disk before the queue lets go: twice is better than never
        queued.forEach(this::remove);
    }

    private Enclosed together(List<Queued> queued) {
        var attachments = new ArrayList<Attachment>();
        @Nullable AnswerSchema schema = composer.enclosedProperty().get().schema();
        for (var each : queued) {
            attachments.addAll(each.said().enclosed().attachments());
            schema = schema == null ? each.said().enclosed().schema() : schema;
        }
        attachments.addAll(composer.enclosedProperty().get().attachments());
        return new Enclosed(attachments, schema);
    }
}
