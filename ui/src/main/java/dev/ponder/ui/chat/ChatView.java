package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Role;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Styles;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The transcript, or the examples where there is none yet, above the composer. */
public final class ChatView extends VBox {

    private final TranscriptPort transcript;
    private final ScrollPane empty;
    private final ComposerView composer;

    /** Makes the view. */
    public ChatView(ChatViewModel chat, TranscriptPort transcript, Dialogs dialogs) {
        this.transcript = transcript;
        this.composer = new ComposerView(chat, dialogs);
        this.empty = new ScrollPane(new EmptyStateView(chat));
        empty.setFitToWidth(true);
        empty.setFitToHeight(true);
        getStyleClass().add(Styles.CHAT);
        var middle = new StackPane(transcript.node(), empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        getChildren().addAll(middle, composer);
        chat.setOnReveal(transcript::reveal);
        chat.conversationProperty()
                .subscribe(shown -> show(shown, chat.replyingProperty().get()));
        chat.replyingProperty()
                .subscribe(
                        (_, replying) -> onReplying(chat.conversationProperty().get(), replying));
    }

    /** Height of the composer at the lower edge, in pixels. */
    public ReadOnlyDoubleProperty composerHeightProperty() {
        return composer.heightProperty();
    }

    /** Gives the keyboard to what is read. */
    public void focusTranscript() {
        transcript.focus();
    }

    /** Opens the bar that finds words in the conversation. */
    public void find() {
        transcript.find();
    }

    /** Gives the keyboard to the composer. */
    public void focusComposer() {
        composer.focusText();
    }

    /**
     * A question says whether it still waits for a reply, and a comparison whether one can be kept; nothing else of a
     * conversation depends on it.
     */
    private void onReplying(@Nullable Conversation conversation, boolean replying) {
        if (conversation != null
                && !conversation.branch().isEmpty()
                && (conversation.branch().getLast().role() == Role.USER
                        || !conversation.comparisons().isEmpty())) {
            transcript.show(conversation, replying);
        }
    }

    private void show(@Nullable Conversation conversation, boolean replying) {
        boolean hasMessages = conversation != null && conversation.leaf() != null;
        transcript.node().setVisible(hasMessages);
        empty.setVisible(conversation != null && !hasMessages);
        if (conversation != null) {
            transcript.show(conversation, replying);
        }
    }
}
