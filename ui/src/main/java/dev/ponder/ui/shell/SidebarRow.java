package dev.ponder.ui.shell;

import dev.ponder.chat.ConversationSummary;
import dev.ponder.chat.Folder;
import org.jspecify.annotations.Nullable;

/** A row of the list of conversations. */
public sealed interface SidebarRow {

    /**
     * A stretch of time, or a folder.
     *
     * @param text what it is called
     * @param folder null where it is a stretch of time
     */
    record Heading(String text, @Nullable Folder folder) implements SidebarRow {}

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
