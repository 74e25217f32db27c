package dev.ponder.thinking;

/**
 * What the rules say of a message.
 *
 * @param thinks whether it is worth a thought
 * @param reason the rule
 */
public record Verdict(boolean thinks, Reason reason) {}
