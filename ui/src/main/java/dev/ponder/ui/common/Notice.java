package dev.ponder.ui.common;

import java.util.List;

/**
 * Something the user should know, shown as a banner.
 *
 * @param kind what it is about; a notice replaces an earlier one of its kind
 * @param severity how much it matters
 * @param text one or two sentences
 * @param actions what can be done about it, the best first
 */
public record Notice(Kind kind, Severity severity, String text, List<Action> actions) {

    public Notice {
        actions = List.copyOf(actions);
    }

    /** A notice that needs nothing to be done. */
    public static Notice of(Kind kind, Severity severity, String text) {
        return new Notice(kind, severity, text, List.of());
    }

    /** What a notice is about. */
    public enum Kind {
        ENGINE,
        PROCESSOR_ONLY,
        MODEL,
        HELD_WITH,
        CONTEXT_FULL,
        LOOP,
        ATTACHMENT,
        STORE,
        SETTINGS,
        ERROR
    }

    /** How much a notice matters. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    /**
     * What can be done.
     *
     * @param text on the button
     * @param run does it
     */
    public record Action(String text, Runnable run) {}
}
