package dev.ponder.qwen;

/** A piece of a reply after its split into reasoning, answer and tool calls. */
public sealed interface ReplySegment {

    /** A thought has its first visible character; an empty or blank thought never starts. */
    record ReasoningStarted() implements ReplySegment {}

    /**
     * More of the thought.
     *
     * @param text whole code points, never empty
     */
    record ReasoningText(String text) implements ReplySegment {}

    /** A thought that had started was closed. */
    record ReasoningEnded() implements ReplySegment {}

    /**
     * More of the answer.
     *
     * @param text whole code points, never empty
     */
    record AnswerText(String text) implements ReplySegment {}

    /**
     * A tool call, whole.
     *
     * @param body the text between the tags, trimmed; not checked
     * @param closed false where the reply ended, or the next call began, before the closing tag
     */
    record ToolCallBody(String body, boolean closed) implements ReplySegment {}
}
