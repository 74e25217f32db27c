package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one message's thought, and how it is shown. Costs little until it is looked at, as a long
 * conversation has thousands. Belongs to the JavaFX thread.
 */
final class ThoughtPane {

    /** How many characters of a growing thought may show in its tail; more than three lines of them. */
    private static final int TAIL = 320;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    /**
     * What the header shows.
     *
     * @param status how long and how much
     * @param tail the last of the text, while it streams
     * @param isOpen whether the whole text stands below
     * @param isPeeking whether the tail does
     */
    record Header(String status, String tail, boolean isOpen, boolean isPeeking) {}

    private final String messageId;
    private final FlowingText text = new FlowingText(Paper.THOUGHT);
    private @Nullable ReadOnlyObjectWrapper<Header> header;
    private Thought.State state = Thought.State.NONE;
    private boolean isOpen;
    private boolean isPeeking;
    private boolean isHidden;
    private long millis;
    private long since;
    private long now;
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

    /** Takes over what is known, at a moment. */
    void set(Thought thought, long nanos) {
        state = thought.state();
        millis = thought.millis();
        tokens = thought.tokens();
        since = nanos;
        text.replace(thought.text(), !isStreaming());
        tick(nanos);
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
        return !isHidden && (state == Thought.State.STREAMING || (state != Thought.State.NONE && !text.isBlank()));
    }

    boolean isStreaming() {
        return state == Thought.State.STREAMING;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Begins now. */
    void start(long nanos) {
        state = Thought.State.STREAMING;
        millis = 0;
        since = nanos;
    }

    /** Ends now. */
    void end(Thought.State how, long nanos) {
        millis = millisAt(nanos);
        state = how;
        text.finish();
        tick(nanos);
    }

    void display(boolean open, boolean peeking, long nanos) {
        isHidden = false;
        isOpen = open;
        isPeeking = peeking;
        tick(nanos);
    }

    /** Shows nothing of it. */
    void hide(long nanos) {
        isHidden = true;
        isOpen = false;
        isPeeking = false;
        tick(nanos);
    }

    /** Brings the header up to a moment. */
    void tick(long nanos) {
        now = nanos;
        if (header != null) {
            header.set(headerAt(nanos));
        }
    }

    /** What the header shows; follows the clock as long as somebody ticks. */
    ReadOnlyObjectProperty<Header> headerProperty() {
        if (header == null) {
            header = new ReadOnlyObjectWrapper<>(headerAt(now));
        }
        return header.getReadOnlyProperty();
    }

    private Header headerAt(long nanos) {
        var tail = isStreaming() && isPeeking ? text.end(TAIL).strip() : "";
        return new Header(statusAt(nanos), tail, isOpen, isPeeking);
    }

    String status() {
        return header == null ? statusAt(now) : header.get().status();
    }

    private String statusAt(long nanos) {
        var seconds =
                String.format(Locale.getDefault(Locale.Category.FORMAT), "%.1f", millisAt(nanos) / MILLIS_PER_SECOND);
        return Texts.of(
                switch (state) {
                    case STREAMING -> "transcript.thought.streaming";
                    case INTERRUPTED -> "transcript.thought.interrupted";
                    case DONE, NONE -> "transcript.thought.done";
                },
                seconds,
                tokens);
    }

    private long millisAt(long nanos) {
        return isStreaming() ? millis + Math.round((nanos - since) / NANOS_PER_MILLI) : millis;
    }
}
