package dev.ponder.ui.shell;

import dev.ponder.chat.ConversationSummary;

/** A row of the list of conversations. */
public sealed interface SidebarRow {

    /**
     * A stretch of time.
     *
     * @param text what it is called
     */
    record Heading(String text) implements SidebarRow {}

    /**
     * A conversation.
     *
     * @param summary of it
     */
    record Item(ConversationSummary summary) implements SidebarRow {

        /** What the row says. */
        public String title() {
            return summary.title().isEmpty() ? summary.opening() : summary.title();
        }
    }
}
