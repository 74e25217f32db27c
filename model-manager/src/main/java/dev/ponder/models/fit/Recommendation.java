package dev.ponder.models.fit;

import dev.ponder.models.catalog.CatalogChoice;

/**
 * A model that suits a computer.
 *
 * @param choice which
 * @param fit how it fits
 * @param speed what to expect of it
 * @param reason why this one
 */
public record Recommendation(CatalogChoice choice, Fit fit, SpeedEstimate speed, Reason reason) {

    /** Why a model is recommended. */
    public enum Reason {
        /** The most capable that thinks at a pace one can wait for. */
        BEST,
        /** Less capable, and much quicker. */
        QUICKER,
        /** More capable, for whoever has patience. */
        PATIENT
    }
}
