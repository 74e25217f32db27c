package dev.ponder.chat;

import org.jspecify.annotations.Nullable;

/**
 * With what a reply begins.
 *
 * @param model the model's name
 * @param mode how it is to be made
 * @param reasoning a thought that it takes over; empty for none
 * @param closed whether that thought is over, so that the answer follows
 * @param comparison the comparison that the reply is for; null for none
 */
public record ReplyBeginning(
        String model,
        ReplyMode mode,
        String reasoning,
        boolean closed,
        @Nullable Long comparison) {

    /** A reply from the start. */
    public static ReplyBeginning of(String model, ReplyMode mode) {
        return new ReplyBeginning(model, mode, "", false, null);
    }

    /** The same as one of the two replies of a comparison. */
    public ReplyBeginning in(@Nullable Long comparisonId) {
        return new ReplyBeginning(model, mode, reasoning, closed, comparisonId);
    }

    /** The same after a thought that is there already. */
    public ReplyBeginning after(String thought, boolean isClosed) {
        return new ReplyBeginning(model, mode, thought, isClosed, comparison);
    }

    ReplyFacts facts() {
        var course = closed ? ThoughtCourse.NONE.withClosed() : ThoughtCourse.NONE;
        return ReplyFacts.beginning(model, mode).withThought(course);
    }

    /** Without the thought, since chat text does not belong into logs. */
    @Override
    public String toString() {
        return "ReplyBeginning[" + model + ", " + mode + ", " + reasoning.length() + " characters]";
    }
}
