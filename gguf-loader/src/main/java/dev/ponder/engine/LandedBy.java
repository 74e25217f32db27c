package dev.ponder.engine;

/** Why a thought was brought to its end by the landing sentence instead of by the model. */
public enum LandedBy {
    /** It had used up its budget, or the room that the context or the reply's limit leaves to a thought. */
    BUDGET,
    /** Somebody asked for the answer now. */
    USER,
    /** It went round in circles. */
    LOOP
}
