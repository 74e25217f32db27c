package dev.ponder.thinking;

import java.util.function.Predicate;

/**
 * One rule.
 *
 * @param reason by which it is known
 * @param thinks what it decides
 * @param fits whether it has something to say
 */
record Rule(Reason reason, boolean thinks, Predicate<Ask> fits) {

    static Rule thinks(Reason reason, Predicate<Ask> fits) {
        return new Rule(reason, true, fits);
    }

    static Rule answers(Reason reason, Predicate<Ask> fits) {
        return new Rule(reason, false, fits);
    }

    Verdict verdict() {
        return new Verdict(thinks, reason);
    }
}
