package dev.ponder.downloads.work;

/**
 * How many connections a download should have: one more as long as that makes it faster by a sixth, one less where it did
 * not, and then a while as it is. Trouble halves it. For one thread.
 */
final class Adaptation {

    private static final double WORTH_IT = 1.15;
    private static final int REST = 15;

    private int target = 1;
    private double speedBefore;
    private boolean isTrying;
    private int rest;

    /** The number to have now. */
    int target() {
        return target;
    }

    /**
     * Looks at another while.
     *
     * @param most that may be had now
     * @param speed of the while; only how it compares matters
     */
    void look(int most, double speed) {
        if (target > most) {
            target = most;
            isTrying = false;
        } else if (isTrying && speed < speedBefore * WORTH_IT) {
            target--;
            isTrying = false;
            rest = REST;
        } else if (rest > 0) {
            rest--;
        } else {
            speedBefore = speed;
            isTrying = speed > 0 && target < most;
            target += isTrying ? 1 : 0;
        }
    }

    /** A connection failed, perhaps because there are too many. */
    void trouble() {
        target = Math.max(1, target / 2);
        isTrying = false;
        rest = REST;
    }
}
