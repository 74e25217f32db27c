package dev.ponder.ui.shell;

import dev.ponder.chat.Conversation;
import dev.ponder.ui.chat.TranscriptPort;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows each message as a label. */
final class PlainTranscript implements TranscriptPort {

    private final VBox messages = new VBox(16);

    private long revealed;

    PlainTranscript() {
        messages.setStyle("-fx-padding: 24 64 24 64;");
    }

    @Override
    public Node node() {
        return messages;
    }

    @Override
    public void show(Conversation conversation, boolean replying) {
        messages.getChildren().clear();
        for (var message : conversation.branch()) {
            var label = new Label(message.text().content());
            label.setWrapText(true);
            messages.getChildren().add(label);
        }
    }

    @Override
    public void reveal(long message) {
        revealed = message;
    }

    /** The message that was brought into view last; 0 before. */
    long revealed() {
        return revealed;
    }

    @Override
    public void find() {}

    @Override
    public void focus() {
        messages.requestFocus();
    }
}
