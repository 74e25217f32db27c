package dev.ponder.ui.transcript;

/** How far a message is. */
public sealed interface MessageState {

    /** Text may still be appended. */
    record Streaming() implements MessageState {}

    /** Nothing more will come. */
    record Complete() implements MessageState {}

    /**
     * It was cut short and can be continued.
     *
     * @param sentence what happened, for the user; empty where the user or the end of the program did it
     */
    record Interrupted(String sentence) implements MessageState {}

    /**
     * It failed before anything was written.
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

    /** It was cut short by the user or the end of the program, and can be continued. */
    MessageState INTERRUPTED = new Interrupted("");

    /** It is the user's, nothing answers it, and nothing is about to. */
    MessageState UNANSWERED = new Unanswered();
}
