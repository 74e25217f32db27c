package dev.ponder.chat;

import java.util.List;
import java.util.Optional;

/**
 * The versions of a message: what was said in the same place.
 *
 * @param all oldest first
 * @param index of the one that is looked at, from 0
 */
public record Siblings(List<Message> all, int index) {

    public Siblings {
        all = List.copyOf(all);
    }

    /** The version before. */
    public Optional<Message> previous() {
        return index > 0 ? Optional.of(all.get(index - 1)) : Optional.empty();
    }

    /** The version after. */
    public Optional<Message> next() {
        return index + 1 < all.size() ? Optional.of(all.get(index + 1)) : Optional.empty();
    }
}
