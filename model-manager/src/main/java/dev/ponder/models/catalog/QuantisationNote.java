package dev.ponder.models.catalog;

/**
 * A way to store weights, in plain words.
 *
 * @param label for example {@code Q4_K_M}
 * @param bitsPerWeight on average, roughly
 * @param cost what it costs in reasoning
 * @param inWords the same as a sentence for the user
 */
public record QuantisationNote(String label, double bitsPerWeight, QualityCost cost, String inWords) {}
