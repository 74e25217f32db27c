package dev.ponder.engine;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.llama.LlamaContext;
import dev.ponder.llama.LlamaModel;
import org.jspecify.annotations.Nullable;

/**
 * A model and what it works with. Belongs to the engine's thread.
 *
 * @param model weights and vocabulary
 * @param info facts for the outside
 * @param tokenizer turns prompts into ids
 * @param workspace null where only the vocabulary was loaded
 */
record LoadedModel(
        LlamaModel model,
        ModelInfo info,
        PromptTokenizer tokenizer,
        @Nullable Workspace workspace) implements AutoCloseable {

    /**
     * What generation needs beside the weights.
     *
     * @param context the sequence in work
     * @param cache KV caches of conversations
     */
    record Workspace(LlamaContext context, PrefixCache cache) {}

    LoadedModel(LlamaModel model, ModelInfo info, @Nullable Workspace workspace) {
        this(model, info, new PromptTokenizer(model.vocabulary()), workspace);
    }

    Workspace requireWorkspace() throws EngineException {
        if (workspace == null) {
            throw new EngineException(
                    Code.NO_MODEL, "Only the vocabulary is loaded; load the whole model to generate.");
        }
        return workspace;
    }

    @Override
    public void close() {
        if (workspace != null) {
            workspace.cache().close();
            workspace.context().close();
        }
        model.close();
    }
}
