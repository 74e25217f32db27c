package dev.ponder.engine.host;

import java.util.List;

/**
 * The command that starts the engine process.
 *
 * @param words program and arguments
 */
public record EngineCommand(List<String> words) {
    public EngineCommand {
        words = List.copyOf(words);
    }
}
