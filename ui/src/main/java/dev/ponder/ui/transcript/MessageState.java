package dev.ponder.ui.transcript;

/** How far a message is. */
public sealed interface MessageState {

    /** Text may still be appended. */
    record Streaming() implements MessageState {}

    /** Nothing more will come. */
    record Complete() implements MessageState {}

    /** It was cut short and can be continued. */
    record Interrupted() implements MessageState {}

    /**
     * It failed; what was written so far is kept.
     *
     * @param sentence what happened, for the user
     */
    record Failed(String sentence) implements MessageState {}

    /** It is the user's, nothing answers it, and nothing is about to. */
    record Unanswered() implements MessageState {}

    /** Text may still be appended. */
    MessageState STREAMING = new Streaming();

    /** Nothing more will come. */
    MessageState COMPLETE = new Complete();

    /** It was cut short and can be continued. */
    MessageState INTERRUPTED = new Interrupted();

    /** It is the user's, nothing answers it, and nothing is about to. */
    MessageState UNANSWERED = new Unanswered();
}
