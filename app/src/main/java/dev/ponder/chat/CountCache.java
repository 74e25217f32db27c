package dev.ponder.chat;

import dev.ponder.engine.EngineException;
import dev.ponder.qwen.Prompt;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers how many tokens pieces of prompts have: a conversation is counted again for each message, and nearly all of
 * it is as before. Forgets the oldest beyond a number of characters.
 */
final class CountCache {

    private static final long CHARACTERS = 8_000_000;

    private final TokenCounter counter;
    private final Map<List<Prompt.Part>, Integer> counts = new HashMap<>();
    private final ArrayDeque<List<Prompt.Part>> oldestFirst = new ArrayDeque<>();
    private long characters;

    CountCache(TokenCounter counter) {
        this.counter = counter;
    }

    int count(List<Prompt.Part> piece) throws EngineException {
        if (piece.isEmpty()) {
            return 0;
        }
        var known = counts.get(piece);
        if (known != null) {
            return known;
        }
        int count = counter.count(new Prompt(piece));
        counts.put(piece, count);
        oldestFirst.addLast(piece);
        characters += length(piece);
        while (characters > CHARACTERS && oldestFirst.size() > 1) {
            var oldest = oldestFirst.removeFirst();
            counts.remove(oldest);
            characters -= length(oldest);
        }
        return count;
    }

    private static long length(List<Prompt.Part> piece) {
        long length = 0;
        for (var part : piece) {
            length += switch (part) {
                case Prompt.Marker(var text) -> text.length();
                case Prompt.Text(var text) -> text.length();
                case Prompt.Tokens(var ids) -> ids.size();
            };
        }
        return length;
    }
}
