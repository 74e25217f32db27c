package dev.ponder.search;

import java.time.Instant;

/**
 * A conversation whose title was found.
 *
 * @param conversation its id
 * @param updated when something was last said in it
 * @param title with what was found in it
 */
public record TitleHit(long conversation, Instant updated, Snippet title) {}
