package dev.ponder.thinking;

import dev.ponder.qwen.SoftSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules that tell from its words whether a message is worth a thought. The first that fits decides; each is a list of
 * words in several languages or a shape of the text, so that a decision can be explained. Costs microseconds.
 */
public final class AutoRules {

    private static final List<Rule> RULES = List.of(
            Rule.thinks(Reason.TYPED, ask -> ask.typed() == SoftSwitch.THINK),
            Rule.answers(Reason.TYPED, ask -> ask.typed() == SoftSwitch.NO_THINK),
            // what the message says about the reply itself
            Rule.answers(Reason.COPY, Words.COPY),
            Rule.answers(Reason.GREETING, Words.GREETING),
            Rule.thinks(Reason.ASKED_TO_THINK, Words.ASKED_TO_THINK),
            Rule.answers(Reason.ASKED_TO_BE_QUICK, Words.ASKED_TO_BE_QUICK),
            Rule.answers(Reason.TOOL, Shapes::meansTool),
            Rule.answers(Reason.TRANSLATION, Words.TRANSLATION),
            Rule.answers(
                    Reason.REWRITING, Words.REWRITING.and(ask -> !Shapes.isAboutCode(ask) && !Shapes.calculates(ask))),
            Rule.answers(Reason.ERRAND, Words.ERRAND),
            Rule.answers(Reason.FORMATTING, Words.FORMATTING.and(ask -> !Shapes.isAboutCode(ask))),
            Rule.answers(Reason.SPELLING, Words.SPELLING),
            // hard things
            Rule.thinks(Reason.PROOF, Words.PROOF),
            Rule.thinks(Reason.LETTERS, Words.LETTERS),
            Rule.answers(Reason.SMALL_SUM, Shapes::isSmallSum),
            Rule.thinks(Reason.MATHS, ask -> Words.MATHS.test(ask) || Shapes.calculates(ask)),
            Rule.thinks(Reason.WORD_PROBLEM, Shapes::isWordProblem),
            Rule.thinks(Reason.LOGIC, Words.LOGIC),
            Rule.answers(Reason.RECALL, Words.RECALL),
            Rule.answers(Reason.READING, Shapes::readsBlock),
            Rule.thinks(Reason.CODE, Shapes::isAboutCode),
            Rule.thinks(Reason.COMPARISON, Words.COMPARISON),
            Rule.answers(Reason.WRITING, Words.WRITING),
            Rule.thinks(Reason.PLANNING, Words.PLANNING),
            // easy things
            Rule.answers(Reason.LISTING, Words.LISTING),
            Rule.answers(Reason.FACT, Shapes::asksForFact));

    /** More words than this are more than a follow-up. */
    private static final int FOLLOW_UP_WORDS = 5;

    private AutoRules() {}

    /**
     * Judges a message.
     *
     * @return what the rules say; empty where they are unsure
     */
    public static Optional<Verdict> judge(Ask ask) {
        for (var rule : RULES) {
            if (rule.fits().test(ask)) {
                return Optional.of(rule.verdict());
            }
        }
        return followUp(ask);
    }

    /** A short message goes on with what was talked about: "and 1013?", "why?". */
    private static Optional<Verdict> followUp(Ask ask) {
        if (ask.before().isEmpty() || Shapes.words(ask.said()) > FOLLOW_UP_WORDS) {
            return Optional.empty();
        }
        var earlier = ask.with(
                ask.before().getFirst(), ask.before().subList(1, ask.before().size()));
        return judge(earlier).map(verdict -> new Verdict(verdict.thinks(), Reason.FOLLOW_UP));
    }

    /** All rules' reasons, for whoever explains them. */
    public static List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        RULES.forEach(rule -> reasons.add(rule.reason()));
        return reasons.stream().distinct().toList();
    }
}
