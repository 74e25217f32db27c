package dev.ponder.cli;

import dev.ponder.downloads.DownloadException;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.models.LibraryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An expected end of a command; its message is one sentence for the user. */
final class CliException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String code;

    private CliException(int exitCode, String code, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.code = code;
    }

    /** Input that cannot be used as it is; {@code code} names the kind for programs. */
    static CliException badInput(String code, String message) {
        return new CliException(ExitCode.BAD_INPUT, code, message, null);
    }

    /** Input that cannot be used as it is, and what was thrown for it. */
    static CliException badInput(String code, String message, Throwable cause) {
        return new CliException(ExitCode.BAD_INPUT, code, message, cause);
    }

    /** Something that ought to work does not. */
    static CliException failed(String code, String message, @Nullable Throwable cause) {
        return new CliException(ExitCode.FAILED, code, message, cause);
    }

    /** The user pressed Ctrl+C. */
    static CliException interrupted() {
        return new CliException(ExitCode.INTERRUPTED, "interrupted", "Interrupted.", null);
    }

    /** A failure with the models on this computer. */
    static CliException of(LibraryException failure) {
        int code =
                switch (failure.kind()) {
                    case NOT_A_MODEL, BAD_NAME, NAME_TAKEN -> ExitCode.BAD_INPUT;
                    case STOPPED -> ExitCode.INTERRUPTED;
                    case FOLDER_MISSING, DISK_FULL, COPY_DIFFERS, FILE_FAILED, NO_BIN -> ExitCode.FAILED;
                };
        return new CliException(code, last(failure.messageKey()), failure.getMessage(), failure);
    }

    /** A failure of a download. */
    static CliException of(DownloadException failure) {
        return new CliException(ExitCode.FAILED, last(failure.messageKey()), failure.getMessage(), failure);
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** An engine's failure, with the exit code that belongs to its kind. */
    static CliException of(EngineException failure) {
        return new CliException(exitCode(failure.code()), code(failure.code()), failure.getMessage(), failure);
    }

    /** What the process ends with. */
    int exitCode() {
        return exitCode;
    }

    /** The kind of failure, in lower case with hyphens. */
    String code() {
        return code;
    }

    /** The sentence for the user. */
    String sentence() {
        var message = getMessage();
        return message == null ? code : message;
    }

    /** The name of an engine's kind of failure for programs, for example {@code prompt-too-long}. */
    static String code(EngineError.Code kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The exit code for an engine's kind of failure. */
    static int exitCode(EngineError.Code kind) {
        return switch (kind) {
            case MODEL_NOT_FOUND, MODEL_REFUSED, PROMPT_TOO_LONG, BAD_REQUEST, BAD_GRAMMAR -> ExitCode.BAD_INPUT;
            case LOAD_CANCELLED -> ExitCode.INTERRUPTED;
            case NATIVES_MISSING,
                    OUT_OF_MEMORY,
                    NO_MODEL,
                    COMPUTE_FAILED,
                    ENGINE_DIED,
                    ENGINE_HUNG,
                    ENGINE_CONFUSED,
                    CLOSED -> ExitCode.FAILED;
        };
    }
}
