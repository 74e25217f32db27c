package dev.ponder.search;

import java.util.List;

/**
 * What a query found.
 *
 * @param titles conversations by their titles, the one that was last spoken in first
 * @param messages the newest first
 * @param more whether there may be older messages than these
 * @param partial whether something was not in the index yet
 */
public record SearchResults(List<TitleHit> titles, List<MessageHit> messages, boolean more, boolean partial) {

    /** Nothing. */
    public static final SearchResults NONE = new SearchResults(List.of(), List.of(), false, false);

    public SearchResults {
        titles = List.copyOf(titles);
        messages = List.copyOf(messages);
    }
}
