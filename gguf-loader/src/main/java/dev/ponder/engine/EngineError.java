package dev.ponder.engine;

/**
 * A failure of the engine in words and figures.
 *
 * @param code what kind
 * @param message one sentence for the user that says what to do
 * @param detail llama.cpp's last log lines or the like; may be empty
 */
public record EngineError(Code code, String message, String detail) {

    /** The kinds of failure. */
    public enum Code {
        /** A native library is missing or does not fit. */
        NATIVES_MISSING,
        /** No such model file. */
        MODEL_NOT_FOUND,
        /** Not a GGUF file, damaged, or one that llama.cpp refuses. */
        MODEL_REFUSED,
        /** The model or its context does not fit into memory. */
        OUT_OF_MEMORY,
        /** The load was cancelled. */
        LOAD_CANCELLED,
        /** Nothing is loaded. */
        NO_MODEL,
        /** The prompt leaves no room for a reply. */
        PROMPT_TOO_LONG,
        /** The request makes no sense: an id outside the vocabulary, a limit out of range. */
        BAD_REQUEST,
        /** llama.cpp cannot parse the grammar. */
        BAD_GRAMMAR,
        /** llama.cpp failed to compute. */
        COMPUTE_FAILED,
        /** The engine process ended. */
        ENGINE_DIED,
        /** The engine process does not answer. */
        ENGINE_HUNG,
        /** The engine process spoke nonsense. */
        ENGINE_CONFUSED,
        /** The engine was closed. */
        CLOSED
    }

    /** An error without details. */
    public static EngineError of(Code code, String message) {
        return new EngineError(code, message, "");
    }
}
