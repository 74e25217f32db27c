package dev.ponder.ui.transcript;

/** What the user can ask of a message. Called on the JavaFX thread; ids are those of {@link TranscriptItem#id()}. */
public interface TranscriptActions {

    /**
     * Answer the same question again, as a sibling of this reply (or of the reply to this user message).
     *
     * @param messageId of a reply that is not streaming
     */
    void retry(String messageId);

    /**
     * Let the user change a message and branch from there.
     *
     * @param messageId of a user's message
     */
    void edit(String messageId);

    /**
     * Show another alternative of this message.
     *
     * @param messageId of a message with siblings
     * @param position of the alternative wanted, from 1, within their count
     */
    void showSibling(String messageId, int position);

    /**
     * Delete this alternative, with all that follows it, in a way that can be undone.
     *
     * @param messageId of a message with siblings
     */
    void deleteSibling(String messageId);

    /**
     * Go on where an interrupted reply ended.
     *
     * @param messageId of an interrupted reply
     */
    void continueReply(String messageId);

    /**
     * Answer the same question again from the thoughts of a reply, as a sibling.
     *
     * @param messageId of a reply with a thought
     */
    void newAnswer(String messageId);

    /**
     * Think on after changed thoughts, as a sibling of the reply that had them.
     *
     * @param messageId of a reply with a thought
     * @param thoughts what the thought is to begin with
     */
    void thinkOn(String messageId, String thoughts);

    /**
     * Answer the same question the other way, as a sibling: with a thought where there was none, without where there was.
     *
     * @param messageId of a reply that is not streaming
     */
    void redo(String messageId);

    /**
     * Bring a thought that was stopped to its answer.
     *
     * @param messageId of a reply that was cut off in its thought
     */
    void answerFromThoughts(String messageId);

    /**
     * Answer a question with and without thinking, side by side.
     *
     * @param messageId of a user's message
     */
    void compare(String messageId);

    /**
     * A text was put on the clipboard; a place to confirm it.
     *
     * @param messageId of the message it came from
     */
    default void copied(String messageId) {}

    /**
     * Show an address in full, and open it outside if the user says so.
     *
     * @param address of the web or of mail
     */
    default void openLink(String address) {}

    /**
     * Write code to a file that the user names.
     *
     * @param language as the reply names it; may be empty
     */
    default void saveCode(String language, String code) {}

    /**
     * Show code in a view of its own.
     *
     * @param language as the reply names it; may be empty
     */
    default void showCode(String language, String code) {}
}
