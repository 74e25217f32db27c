package dev.ponder.chat;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.qwen.Prompt;

/** Counts tokens as the loaded model does. */
@FunctionalInterface
public interface TokenCounter {

    /** The exact number of tokens of a prompt, or of a piece of one cut between parts. Blocks. */
    int count(Prompt prompt) throws EngineException;

    /** Counts with the model that an engine has loaded. */
    static TokenCounter of(Engine engine) {
        return prompt -> engine.tokenize(prompt).length;
    }
}
