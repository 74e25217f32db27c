package dev.ponder.replies;

import dev.ponder.chat.ContextPlan;

/**
 * What a conversation's context begins with.
 *
 * @param begins the message from which on everything is in it
 * @param firstKept whether the conversation's first turn is in it too, before that
 */
public record ContextStart(long begins, boolean firstKept) {

    static ContextStart of(ContextPlan.Ready plan) {
        return new ContextStart(plan.begins(), plan.firstKept());
    }
}
