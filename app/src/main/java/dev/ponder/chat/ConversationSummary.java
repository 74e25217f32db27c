package dev.ponder.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a list shows it.
 *
 * @param id unique in the store
 * @param title empty where it has none
 * @param titledBy who chose the title
 * @param opening how the first message begins, one line; shown while there is no title; empty without messages
 * @param created when it was made
 * @param updated when something was last said
 * @param pinned kept at the top
 * @param folder the folder that it lies in; null for none
 * @param trashed when it was deleted; null unless it lies in the trash
 */
public record ConversationSummary(
        long id,
        String title,
        TitledBy titledBy,
        String opening,
        Instant created,
        Instant updated,
        boolean pinned,
        @Nullable Long folder,
        @Nullable Instant trashed) {

    /** Without title and opening, since chat text does not belong into logs. */
    @Override
    public String toString() {
        return "ConversationSummary[" + id + "]";
    }
}
