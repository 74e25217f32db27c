package dev.ponder.cli;

/** The {@code ponder} command. */
public final class PonderCommand {

    private PonderCommand() {}

    /**
     * Runs one command line.
     *
     * @param arguments as typed
     * @return the exit code: 0 done, 1 failed, 2 bad input, 130 interrupted
     */
    public static int run(String... arguments) {
        return arguments.length == 0 ? 2 : 0;
    }
}
