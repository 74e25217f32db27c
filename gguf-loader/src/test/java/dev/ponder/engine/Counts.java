package dev.ponder.engine;

/** How often a test repeats what an issue gives a count for: all, or a tenth. */
public final class Counts {
    private Counts() {}

    /** Repetitions in this run. */
    public static int of(int all) {
        return isAcceptance() ? all : Math.max(1, all / 10);
    }

    /** Whether all are wanted. */
    public static boolean isAcceptance() {
        return "acceptance".equals(System.getProperty("ponder.counts"));
    }
}
