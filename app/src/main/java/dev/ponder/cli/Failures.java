package dev.ponder.cli;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence on standard error and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Workplace workplace;
    private final BooleanSupplier verbose;

    /**
     * Failures of one command line.
     *
     * @param workplace where to say them
     * @param verbose whether to say where they come from too
     */
    Failures(Workplace workplace, BooleanSupplier verbose) {
        this.workplace = workplace;
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        workplace.say(sentence(failure.getMessage()));
        workplace.say("Try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CliException expected) {
            workplace.say(expected.sentence());
            explain(expected);
            return expected.exitCode();
        }
        return onError(failure);
    }

    /** Says that something failed that should not have. */
    int onError(Throwable failure) {
        var what = failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        workplace.say("Ponder failed unexpectedly (" + what + "); --verbose shows where.");
        explain(failure);
        return ExitCode.FAILED;
    }

    private void explain(Throwable failure) {
        if (verbose.getAsBoolean()) {
            TraceText.lines(failure).forEach(workplace::say);
        }
    }

    private static String sentence(@Nullable String message) {
        var text = message == null || message.isBlank() ? "These arguments cannot be read" : message.strip();
        return text.endsWith(".") || text.endsWith(")") ? text : text + ".";
    }
}
