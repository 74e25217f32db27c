package dev.ponder.engine;

import dev.ponder.llama.LlamaContext;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The KV caches of conversations: one active in the context, others parked as copies in main memory.
 *
 * <p>One sequence in the context keeps attention as cheap as for a single conversation; copying a cache aside costs far
 * less than prefilling it again. Parked copies are dropped, the longest unused first, when they exceed their memory
 * budget. Belongs to the engine's thread.
 */
final class PrefixCache implements AutoCloseable {

    /** A parked cache is fetched only where it saves at least this many tokens over what is active already. */
    private static final int WORTH_FETCHING = 16;

    private record Parked(String conversation, TokenList tokens, MemorySegment state, Arena memory) {}

    private final LlamaContext context;
    private final long budget;
    private final ArrayDeque<Parked> parked = new ArrayDeque<>(); // least recently used first
    private TokenList active = new TokenList();
    private @Nullable String activeConversation;
    private long parkedBytes;

    PrefixCache(LlamaContext context, long budget) {
        this.context = context;
        this.budget = budget;
    }

    /**
     * Makes the context hold the longest prefix of a prompt that any cache has.
     *
     * @param conversation whose prompt it is; null for one that neither finds nor leaves anything
     * @param prompt at least one token
     * @param most how many tokens to keep at the most: one less than the prompt has where its last token's logits are
     *     needed
     * @return how many tokens of the prompt need no prefill
     */
    int prepare(@Nullable String conversation, int[] prompt, int most) {
        if (conversation == null || !conversation.equals(activeConversation)) {
            // what belongs to no conversation is about to be forgotten
            int kept = activeConversation == null ? 0 : active.commonPrefix(prompt);
            var better = conversation == null ? null : bestParked(prompt, kept);
            parkActive();
            if (better != null) {
                fetch(better);
            } else if (conversation == null || activeConversation == null) {
                clear();
            }
            activeConversation = conversation;
        }
        return keep(Math.min(active.commonPrefix(prompt), most));
    }

    private int keep(int prefix) {
        if (prefix == active.size()) {
            return prefix;
        }
        if (prefix > 0 && context.truncate(prefix)) {
            active.truncate(prefix);
            return prefix;
        }
        clear();
        return 0;
    }

    private @Nullable Parked bestParked(int[] prompt, int activePrefix) {
        Parked best = null;
        int longest = activePrefix + WORTH_FETCHING;
        for (var candidate : parked) {
            int prefix = candidate.tokens().commonPrefix(prompt);
            if (prefix > longest) {
                best = candidate;
                longest = prefix;
            }
        }
        return best;
    }

    private void parkActive() {
        if (activeConversation == null || active.size() == 0) {
            return;
        }
        var name = activeConversation;
        parked.stream().filter(old -> old.conversation().equals(name)).toList().forEach(this::drop);
        long bytes = context.stateBytes();
        if (bytes > budget) {
            return;
        }
        while (parkedBytes + bytes > budget) {
            drop(parked.getFirst());
        }
        var memory = Arena.ofShared();
        var state = memory.allocate(bytes, 64);
        if (context.save(state)) {
            parked.addLast(new Parked(name, active.copy(), state, memory));
            parkedBytes += bytes;
        } else {
            memory.close();
        }
    }

    private void fetch(Parked found) {
        if (context.restore(found.state())) {
            active = found.tokens().copy();
            // mark as recently used; the copy stays, another conversation may share its prefix
            parked.remove(found);
            parked.addLast(found);
        } else {
            clear();
            drop(found);
        }
    }

    private void drop(Parked old) {
        if (parked.remove(old)) {
            parkedBytes -= old.state().byteSize();
            old.memory().close();
        }
    }

    /** Notes tokens that were appended to the context. */
    void appended(int[] ids, int from, int count) {
        active.addAll(ids, from, count);
    }

    /** Notes a token that was appended to the context. */
    void appended(int id) {
        active.add(id);
    }

    /** Tokens in the context now. */
    int size() {
        return active.size();
    }

    /** Empties the context, as after a failed computation whose traces are unknown. */
    void clear() {
        context.clear();
        active.truncate(0);
    }

    @Override
    public void close() {
        parked.forEach(old -> old.memory().close());
        parked.clear();
        parkedBytes = 0;
    }
}
