package dev.ponder.chat;

import dev.ponder.engine.LandedBy;
import dev.ponder.thinking.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What became of a thought. Kept while it streams, so that a reply which a crash cuts off goes on truthfully.
 *
 * @param grant how long it may be; null where there is no thought, or nobody has counted yet
 * @param landing where it was brought to its end; null where it ended by itself, or goes on
 * @param closed whether what follows is the answer, even if none of it is there yet
 * @param loop where it, or the answer, goes round in circles; null where it does not
 */
public record ThoughtCourse(
        @Nullable Grant grant,
        @Nullable Landing landing,
        boolean closed,
        @Nullable Loop loop) {

    /** Nothing happened yet. */
    public static final ThoughtCourse NONE = new ThoughtCourse(null, null, false, null);

    /**
     * How long a thought may be.
     *
     * @param asked the budget
     * @param granted tokens that there is room for
     */
    public record Grant(Budget asked, int granted) {

        /** Whether a budget had to be lowered, since prompt, thought and answer do not fit together. */
        public boolean isLowered() {
            return !asked.isUnlimited() && granted < asked.tokens();
        }
    }

    /**
     * The end of a thought by the landing sentence.
     *
     * @param at tokens of thought before it
     * @param by why
     */
    public record Landing(int at, LandedBy by) {}

    /**
     * A repetition.
     *
     * @param part what repeats itself
     * @param from characters of that part before the repetition begins
     */
    public record Loop(ReplyPart part, int from) {}

    public ThoughtCourse withGrant(Grant found) {
        return new ThoughtCourse(found, landing, closed, loop);
    }

    public ThoughtCourse withLanding(Landing found) {
        return new ThoughtCourse(grant, found, closed, loop);
    }

    public ThoughtCourse withClosed() {
        return new ThoughtCourse(grant, landing, true, loop);
    }

    public ThoughtCourse withLoop(@Nullable Loop found) {
        return new ThoughtCourse(grant, landing, closed, found);
    }
}
