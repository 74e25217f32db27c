package dev.ponder.models.catalog;

/** What storing weights in few bits costs in reasoning. */
public enum QualityCost {
    /** Nothing that anybody has measured. */
    LOSSLESS,
    /** Little. */
    SLIGHT,
    /** More slips in long chains of thought. */
    NOTICEABLE
}
