package dev.ponder.engine;

/** An expected failure of the engine; its message is a sentence for the user. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient EngineError error;

    public EngineException(EngineError error) {
        super(error.message());
        this.error = error;
    }

    public EngineException(EngineError.Code code, String message) {
        this(EngineError.of(code, message));
    }

    /** What failed. */
    public EngineError error() {
        return error;
    }

    /** Shorthand for the kind of failure. */
    public EngineError.Code code() {
        return error.code();
    }
}
