package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import javafx.scene.Node;

/** Where a conversation is shown. Belongs to the JavaFX thread. */
public interface TranscriptPort {

    /** What shows it. */
    Node node();

    /**
     * Shows a conversation, another one or the same one changed.
     *
     * @param replying whether a reply in it is under way or about to begin
     */
    void show(Conversation conversation, boolean replying);

    /** Brings a message of the shown branch into view. */
    void reveal(long message);

    /** Opens the bar that finds words in it. */
    void find();

    /** Gives the keyboard to it. */
    void focus();
}
