package dev.ponder.engine;

import dev.ponder.llama.LlamaContext;
import dev.ponder.llama.LlamaModel;

/**
 * A model with its context and what is kept for it. Belongs to the engine's thread.
 *
 * @param model weights and vocabulary
 * @param context the sequence in work
 * @param info facts for the outside
 * @param cache KV caches of conversations
 * @param tokenizer turns prompts into ids
 */
record LoadedModel(LlamaModel model, LlamaContext context, ModelInfo info, PrefixCache cache, PromptTokenizer tokenizer)
        implements AutoCloseable {

    LoadedModel(LlamaModel model, LlamaContext context, ModelInfo info, PrefixCache cache) {
        this(model, context, info, cache, new PromptTokenizer(model.vocabulary()));
    }

    @Override
    public void close() {
        cache.close();
        context.close();
        model.close();
    }
}
