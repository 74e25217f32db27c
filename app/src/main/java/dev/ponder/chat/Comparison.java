package dev.ponder.chat;

import org.jspecify.annotations.Nullable;

/**
 * A question answered twice, without and with thinking. The replies are siblings like any others; this says that they
 * belong side by side.
 *
 * @param id unique in the store
 * @param question the user's message
 * @param direct the reply without a thought; null until it has begun
 * @param thinking the reply with a thought; null until it has begun
 * @param kept the one that the user chose; null before
 */
public record Comparison(
        long id,
        long question,
        @Nullable Long direct,
        @Nullable Long thinking,
        @Nullable Long kept) {

    /** Whether both replies have begun. */
    public boolean isWhole() {
        return direct != null && thinking != null;
    }

    /** Whether a reply is one of the two. */
    public boolean has(long reply) {
        return (direct != null && direct == reply) || (thinking != null && thinking == reply);
    }
}
