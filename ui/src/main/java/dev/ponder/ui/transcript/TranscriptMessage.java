package dev.ponder.ui.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the user or of the model.
 *
 * @param id unique within the application
 * @param role who speaks
 * @param text what the user wrote, or the answer without the thought; Markdown
 * @param thought what came before the answer
 * @param state how far it is
 * @param siblings where it stands among its alternatives
 * @param toolCalls tools called in this message, in order
 * @param note about the model, such as "Qwen3-4B", or empty
 * @param auto what was decided about thinking without the user; null where nothing was
 * @param goesOn whether the same turn goes on in the next message, as after the call of a tool
 * @param enclosed what goes with a user's message
 */
public record TranscriptMessage(
        String id,
        Role role,
        String text,
        Thought thought,
        MessageState state,
        Siblings siblings,
        List<ToolCard> toolCalls,
        String note,
        @Nullable AutoNote auto,
        boolean goesOn,
        List<Enclosure> enclosed)
        implements TranscriptItem {

    /** Who speaks. */
    public enum Role {
        /** The person. */
        USER,
        /** The model. */
        ASSISTANT
    }

    /** Copies the list. */
    public TranscriptMessage {
        toolCalls = List.copyOf(toolCalls);
        enclosed = List.copyOf(enclosed);
    }

    /**
     * What the user wrote.
     *
     * @param id of the message
     * @param text as typed
     * @return a complete message without alternatives
     */
    public static TranscriptMessage user(String id, String text) {
        return new TranscriptMessage(
                id,
                Role.USER,
                text,
                Thought.NONE,
                MessageState.COMPLETE,
                Siblings.ALONE,
                List.of(),
                "",
                null,
                false,
                List.of());
    }

    /**
     * A finished reply.
     *
     * @param id of the message
     * @param thought before the answer, or {@link Thought#NONE}
     * @param text the answer
     * @return a complete message without alternatives
     */
    public static TranscriptMessage assistant(String id, Thought thought, String text) {
        return new TranscriptMessage(
                id,
                Role.ASSISTANT,
                text,
                thought,
                MessageState.COMPLETE,
                Siblings.ALONE,
                List.of(),
                "",
                null,
                false,
                List.of());
    }

    /**
     * A reply that begins now, without any text yet.
     *
     * @param id of the message
     * @return an empty message that text can be appended to
     */
    public static TranscriptMessage streaming(String id) {
        return new TranscriptMessage(
                id,
                Role.ASSISTANT,
                "",
                Thought.NONE,
                MessageState.STREAMING,
                Siblings.ALONE,
                List.of(),
                "",
                null,
                false,
                List.of());
    }

    /**
     * The same with another text.
     *
     * @param changed the answer
     * @return a copy
     */
    public TranscriptMessage withText(String changed) {
        return new TranscriptMessage(
                id, role, changed, thought, state, siblings, toolCalls, note, auto, goesOn, enclosed);
    }

    /**
     * The same with another thought.
     *
     * @param changed the thought
     * @return a copy
     */
    public TranscriptMessage withThought(Thought changed) {
        return new TranscriptMessage(id, role, text, changed, state, siblings, toolCalls, note, auto, goesOn, enclosed);
    }

    /**
     * The same in another state.
     *
     * @param changed the state
     * @return a copy
     */
    public TranscriptMessage withState(MessageState changed) {
        return new TranscriptMessage(
                id, role, text, thought, changed, siblings, toolCalls, note, auto, goesOn, enclosed);
    }

    /**
     * The same at another place among its alternatives.
     *
     * @param changed the place
     * @return a copy
     */
    public TranscriptMessage withSiblings(Siblings changed) {
        return new TranscriptMessage(id, role, text, thought, state, changed, toolCalls, note, auto, goesOn, enclosed);
    }

    /**
     * The same with other tool calls.
     *
     * @param changed in order
     * @return a copy
     */
    public TranscriptMessage withToolCalls(List<ToolCard> changed) {
        return new TranscriptMessage(id, role, text, thought, state, siblings, changed, note, auto, goesOn, enclosed);
    }

    /**
     * The same with another note about the model.
     *
     * @param changed the note, or empty
     * @return a copy
     */
    public TranscriptMessage withNote(String changed) {
        return new TranscriptMessage(
                id, role, text, thought, state, siblings, toolCalls, changed, auto, goesOn, enclosed);
    }

    /**
     * The same with what was decided about thinking.
     *
     * @param changed the decision, or null
     * @return a copy
     */
    public TranscriptMessage withAuto(@Nullable AutoNote changed) {
        return new TranscriptMessage(
                id, role, text, thought, state, siblings, toolCalls, note, changed, goesOn, enclosed);
    }

    /**
     * The same followed by more of its turn, or as the end of it.
     *
     * @param changed whether more follows
     * @return a copy
     */
    public TranscriptMessage withGoesOn(boolean changed) {
        return new TranscriptMessage(
                id, role, text, thought, state, siblings, toolCalls, note, auto, changed, enclosed);
    }

    /**
     * The same with other things that go with it.
     *
     * @param changed in order
     * @return a copy
     */
    public TranscriptMessage withEnclosed(List<Enclosure> changed) {
        return new TranscriptMessage(id, role, text, thought, state, siblings, toolCalls, note, auto, goesOn, changed);
    }
}
