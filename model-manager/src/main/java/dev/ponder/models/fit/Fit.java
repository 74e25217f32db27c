package dev.ponder.models.fit;

/**
 * How a model fits a computer.
 *
 * @param label in short
 * @param plan how to load it; for {@link FitLabel.DoesNotFit} the smallest that was tried
 * @param need what that takes, with the arithmetic line by line
 */
public record Fit(FitLabel label, LoadPlan plan, MemoryNeed need) {}
