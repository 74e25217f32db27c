package dev.ponder.thinking;

/**
 * What the rules say of a message.
 *
 * @param thinks whether it is worth a thought
 * @param reason the rule
 */
public record Verdict(boolean thinks, Reason reason) {

    /** The decision that follows: a switch that was typed is the user's, all else is the rules'. */
    public Decision decision() {
        return Decision.of(thinks, reason == Reason.TYPED ? Decision.By.USER : Decision.By.RULES, reason);
    }
}
