package dev.ponder.ui;

import dev.ponder.cli.PonderCommand;

/** Starts Ponder: arguments go to the command line without touching the toolkit. */
public final class Main {

    private Main() {}

    /**
     * The entry point.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        System.exit(PonderCommand.run(arguments));
    }
}
