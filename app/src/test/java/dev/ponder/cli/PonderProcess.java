package dev.ponder.cli;

/** The command line as a process of its own. */
final class PonderProcess {

    private PonderProcess() {}

    public static void main(String[] arguments) {
        System.exit(PonderCommand.run(arguments));
    }
}
