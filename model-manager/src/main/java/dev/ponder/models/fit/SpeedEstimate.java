package dev.ponder.models.fit;

/**
 * A prediction of generated tokens a second.
 *
 * @param low the least to expect
 * @param likely the best guess
 * @param high the most to expect
 * @param basis how sure it is
 */
public record SpeedEstimate(double low, double likely, double high, Bandwidth.Basis basis) {

    static SpeedEstimate around(double likely, Bandwidth.Basis basis) {
        return new SpeedEstimate(likely * (1 - basis.uncertainty()), likely, likely * (1 + basis.uncertainty()), basis);
    }

    /** The prediction for a model on a computer. */
    public static SpeedEstimate of(TokenCost cost, MachineSpeed speed) {
        return around(1 / cost.seconds(speed), speed.basis());
    }
}
