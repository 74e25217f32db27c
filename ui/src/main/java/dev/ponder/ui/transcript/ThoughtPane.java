package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.TextLine.Paper;
import dev.ponder.ui.transcript.Thought.Course;
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

    /** A speed measured over less than this jumps about. */
    private static final long LEAST_MILLIS = 500;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    /**
     * What the header shows.
     *
     * @param status how long and how much
     * @param tail the last of the text, while it streams
     * @param isOpen whether the whole text stands below
     * @param isPeeking whether the tail does
     * @param isStreaming whether the model thinks
     * @param spent how much of the budget is used up, from 0 to 1; negative where there is none to show
     * @param remark what the user has to know about the budget; empty for nothing
     * @param auto what was decided without the user; null for nothing
     */
    record Header(
            String status,
            String tail,
            boolean isOpen,
            boolean isPeeking,
            boolean isStreaming,
            double spent,
            String remark,
            @Nullable AutoNote auto) {}

    private final String messageId;
    private final FlowingText text = new FlowingText(Paper.THOUGHT);
    private @Nullable ReadOnlyObjectWrapper<Header> header;
    private Thought.State state = Thought.State.NONE;
    private Course course = Course.FREE;
    private @Nullable AutoNote auto;
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
    void set(Thought thought, @Nullable AutoNote note, long nanos) {
        state = thought.state();
        course = thought.course();
        auto = note;
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
        return new Thought(text.source(), millisAt(nanos), tokens, state, course);
    }

    /** What bounds it or ended it is known. */
    void take(Course changed, long nanos) {
        course = changed;
        tick(nanos);
    }

    Course course() {
        return course;
    }

    /** It is decided whether there is one. */
    void decide(AutoNote note, long nanos) {
        auto = note;
        tick(nanos);
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
        return new Header(statusAt(nanos), tail, isOpen, isPeeking, isStreaming(), spent(), remark(), auto);
    }

    private double spent() {
        return isStreaming() && course.budget() > 0 ? Math.min(1, (double) tokens / course.budget()) : -1;
    }

    private String remark() {
        return course.isLowered() ? Texts.of("transcript.thought.lowered", course.budget()) : "";
    }

    String status() {
        return header == null ? statusAt(now) : header.get().status();
    }

    private String statusAt(long nanos) {
        long spentMillis = millisAt(nanos);
        var seconds = decimal(spentMillis / MILLIS_PER_SECOND);
        return switch (state) {
            case STREAMING -> streaming(seconds, spentMillis);
            case INTERRUPTED -> interrupted(seconds, spentMillis);
            case DONE, NONE -> done(seconds, spentMillis) + landing();
        };
    }

    /** Nobody counted a thought that was brought from elsewhere, or cut off by the end of the engine. */
    private String done(String seconds, long spentMillis) {
        if (tokens > 0) {
            return Texts.of("transcript.thought.done", seconds, tokens);
        }
        return spentMillis > 0
                ? Texts.of("transcript.thought.uncounted", seconds)
                : Texts.of("transcript.thought.unmeasured");
    }

    private String interrupted(String seconds, long spentMillis) {
        if (tokens > 0) {
            return Texts.of("transcript.thought.interrupted", seconds, tokens);
        }
        return spentMillis > 0
                ? Texts.of("transcript.thought.cutuncounted", seconds)
                : Texts.of("transcript.thought.cutunmeasured");
    }

    private String streaming(String seconds, long spentMillis) {
        var status = course.budget() > 0
                ? Texts.of("transcript.thought.limited", seconds, tokens, course.budget())
                : Texts.of("transcript.thought.streaming", seconds, tokens);
        return spentMillis < LEAST_MILLIS || tokens < 2
                ? status
                : status + Texts.of("transcript.thought.speed", decimal(tokens * MILLIS_PER_SECOND / spentMillis));
    }

    private String landing() {
        return switch (course.landing()) {
            case NONE -> "";
            case BUDGET -> Texts.of("transcript.landed.budget");
            case USER -> Texts.of("transcript.landed.user");
            case LOOP -> Texts.of("transcript.landed.loop");
        };
    }

    private static String decimal(double number) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), "%.1f", number);
    }

    private long millisAt(long nanos) {
        return isStreaming() ? millis + Math.round((nanos - since) / NANOS_PER_MILLI) : millis;
    }
}
