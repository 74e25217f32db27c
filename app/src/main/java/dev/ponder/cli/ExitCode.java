package dev.ponder.cli;

/** The exit codes of {@code ponder}. */
final class ExitCode {

    /** What was asked for is done. */
    static final int DONE = 0;
    /** Something failed that is not the caller's doing. */
    static final int FAILED = 1;
    /** The arguments or the input cannot be used as they are. */
    static final int BAD_INPUT = 2;
    /** Ctrl+C. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
