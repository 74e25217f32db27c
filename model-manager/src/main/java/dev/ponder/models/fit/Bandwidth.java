package dev.ponder.models.fit;

/**
 * How fast a device reads weights while it generates.
 *
 * @param bytesPerSecond weights read in a second of generation
 * @param basis how it is known
 */
public record Bandwidth(double bytesPerSecond, Basis basis) {

    /** How a figure is known, the surest last. */
    public enum Basis {
        /** By the kind of computer alone. */
        GUESSED(0.5),
        /** By five seconds of generating with weights that mean nothing. */
        PROBED(0.25),
        /** By real replies of other models on this computer. */
        CORRECTED(0.15),
        /** By real replies of this very model. */
        MEASURED(0.1);

        private final double uncertainty;

        Basis(double uncertainty) {
            this.uncertainty = uncertainty;
        }

        /** The share by which the truth may lie above or below. */
        public double uncertainty() {
            return uncertainty;
        }
    }

    /**
     * What a device must read a second to have generated so fast.
     *
     * @param cost of a token that came from one kind of memory alone
     * @param tokensPerSecond while generating
     */
    public static Bandwidth probed(TokenCost cost, double tokensPerSecond) {
        double seconds = 1 / tokensPerSecond;
        // at least half the time is reading, whatever else a token costs
        double reading = Math.max(seconds / 2, seconds - cost.secondsBeside());
        return new Bandwidth((cost.mainBytes() + cost.gpuBytes()) / reading, Basis.PROBED);
    }

    public Bandwidth {
        if (!(bytesPerSecond > 0) || Double.isInfinite(bytesPerSecond)) {
            throw new IllegalArgumentException("a device reads some bytes a second");
        }
    }
}
