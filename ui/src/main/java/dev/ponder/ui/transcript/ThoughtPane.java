package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is known of one message's thought, and how it is shown. Belongs to the JavaFX thread. */
final class ThoughtPane {

    /** How many characters of a growing thought may show in its tail; more than three lines of them. */
    private static final int TAIL = 320;

    private static final double NANOS_PER_MILLI = 1e6;

    private final String messageId;
    private final FlowingText text = new FlowingText(Paper.THOUGHT);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tail = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper peeking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private Thought.State state = Thought.State.NONE;
    private long millis;
    private long since;
    private int tokens;

    ThoughtPane(String messageId) {
        this.messageId = messageId;
    }

    String messageId() {
        return messageId;
    }

    FlowingText text() {
        return text;
    }

    /** Takes over what is known, at a moment. The edit is one of the thought's lines. */
    Edit set(Thought thought, long nanos) {
        state = thought.state();
        millis = thought.millis();
        tokens = thought.tokens();
        since = nanos;
        var edit = text.set(thought.text(), !isStreaming());
        tick(nanos);
        return edit;
    }

    /** More of the thought. The edit is one of its lines. */
    Edit append(String more, int moreTokens) {
        tokens += moreTokens;
        return text.append(more);
    }

    Thought thought(long nanos) {
        return new Thought(text.source(), millisAt(nanos), tokens, state);
    }

    boolean isShown() {
        return state == Thought.State.STREAMING
                || (state != Thought.State.NONE && !text.source().isBlank());
    }

    boolean isStreaming() {
        return state == Thought.State.STREAMING;
    }

    /** Begins now. */
    void start(long nanos) {
        state = Thought.State.STREAMING;
        millis = 0;
        since = nanos;
    }

    /** Ends now. */
    Edit end(Thought.State how, long nanos) {
        millis = millisAt(nanos);
        state = how;
        tick(nanos);
        return text.finish();
    }

    /** Brings what is shown up to the moment. */
    void tick(long nanos) {
        var seconds = String.format(Locale.getDefault(Locale.Category.FORMAT), "%.1f", millisAt(nanos) / 1000.0);
        status.set(Texts.of(
                switch (state) {
                    case STREAMING -> "transcript.thought.streaming";
                    case INTERRUPTED -> "transcript.thought.interrupted";
                    case DONE, NONE -> "transcript.thought.done";
                },
                seconds,
                tokens));
        tail.set(isStreaming() ? text.end(TAIL).strip() : "");
    }

    void display(boolean isOpen, boolean isPeeking) {
        open.set(isOpen);
        peeking.set(isPeeking);
    }

    private long millisAt(long nanos) {
        return isStreaming() ? millis + Math.round((nanos - since) / NANOS_PER_MILLI) : millis;
    }

    String status() {
        return status.get();
    }

    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    ReadOnlyStringProperty tailProperty() {
        return tail.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty peekingProperty() {
        return peeking.getReadOnlyProperty();
    }
}
