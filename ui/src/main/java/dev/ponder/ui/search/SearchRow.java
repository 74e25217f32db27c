package dev.ponder.ui.search;

import dev.ponder.search.MessageHit;
import dev.ponder.search.TitleHit;
import org.jspecify.annotations.Nullable;

/** A row of what was found. */
public sealed interface SearchRow {

    /** The conversation that it leads to. */
    long conversation();

    /** The message that it leads to; null for the conversation as it is. */
    @Nullable Long message();

    /**
     * A conversation's title.
     *
     * @param hit what was found
     */
    record Title(TitleHit hit) implements SearchRow {

        @Override
        public long conversation() {
            return hit.conversation();
        }

        @Override
        public @Nullable Long message() {
            return null;
        }
    }

    /**
     * A message.
     *
     * @param hit what was found
     */
    record Said(MessageHit hit) implements SearchRow {

        @Override
        public long conversation() {
            return hit.conversation();
        }

        @Override
        public @Nullable Long message() {
            return hit.message();
        }
    }
}
