package dev.ponder.ui.chat;

import java.util.List;

/**
 * The ledger of a context.
 *
 * @param parts what takes room, in the order of the prompt; none negative
 * @param size tokens the context has
 */
public record ContextUsage(List<Part> parts, int size) {

    public ContextUsage {
        parts = List.copyOf(parts);
    }

    /**
     * What takes room.
     *
     * @param kind which part
     * @param tokens how many
     */
    public record Part(Kind kind, int tokens) {}

    /** The parts of a context. */
    public enum Kind {
        SYSTEM,
        FILES,
        HISTORY,
        TURN,
        RESERVED_THINKING,
        RESERVED_ANSWER
    }

    /** Tokens in use, what is reserved for the reply left out. */
    public int used() {
        return parts.stream()
                .filter(part -> part.kind() != Kind.RESERVED_THINKING && part.kind() != Kind.RESERVED_ANSWER)
                .mapToInt(Part::tokens)
                .sum();
    }

    /** Tokens that nothing uses and nothing reserves; 0 where it is too full. */
    public int free() {
        return Math.max(0, size - parts.stream().mapToInt(Part::tokens).sum());
    }

    /** The share in use, from 0 to 1. */
    public double share() {
        return size == 0 ? 0 : Math.clamp((double) used() / size, 0, 1);
    }
}
