package dev.ponder.engine;

import dev.ponder.llama.Vocabulary;
import dev.ponder.qwen.Prompt;
import java.util.HashMap;
import java.util.Map;

/** Turns prompts into token ids. Belongs to the engine's thread. */
final class PromptTokenizer {
    private final Vocabulary vocabulary;
    private final Map<String, Integer> markers = new HashMap<>();

    PromptTokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The ids of a prompt, each part tokenised on its own.
     *
     * @throws EngineException when a given id lies outside the vocabulary: llama.cpp would end the process
     */
    int[] tokenize(Prompt prompt) throws EngineException {
        var ids = new TokenList();
        for (var part : prompt.parts()) {
            switch (part) {
                case Prompt.Marker(var text) -> addMarker(ids, text);
                case Prompt.Text(var text) -> addAll(ids, vocabulary.tokenize(text, false));
                case Prompt.Tokens(var given) -> {
                    for (int id : given) {
                        ids.add(checked(id));
                    }
                }
            }
        }
        return ids.toArray();
    }

    /** The id of a marker, or -1 where this vocabulary has no such token. */
    int markerId(String text) {
        return markers.computeIfAbsent(text, vocabulary::idOf);
    }

    private void addMarker(TokenList ids, String text) {
        int id = markerId(text);
        if (id >= 0) {
            ids.add(id);
        } else {
            addAll(ids, vocabulary.tokenize(text, false));
        }
    }

    private static void addAll(TokenList ids, int[] more) {
        ids.addAll(more, 0, more.length);
    }

    private int checked(int id) throws EngineException {
        if (id < 0 || id >= vocabulary.size()) {
            throw new EngineException(
                    EngineError.Code.BAD_REQUEST,
                    "There is no token " + id + ": this model's ids go from 0 to " + (vocabulary.size() - 1) + ".");
        }
        return id;
    }
}
