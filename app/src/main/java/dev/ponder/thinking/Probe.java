package dev.ponder.thinking;

import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.qwen.Prompt;
import dev.ponder.thinking.Decision.By;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the model whether a message is worth a thought: a short question after the conversation, answered by comparing the
 * logits of yes and no. What stands before the question is the beginning of the reply's own prompt, so that only the
 * question itself is extra work.
 */
public final class Probe {

    /** What the extra work may cost: this share of the prompt, or so many tokens, whichever is more. */
    private static final double SHARE = 0.15;

    private static final int TOKENS = 48;

    private static final String QUESTION = "Does this need step-by-step thinking? Answer Yes or No.";
    private static final List<String> ANSWERS = List.of("Yes", "No");
    /** How far behind the likeliest token an answer may stay for the model to have answered the question at all. */
    private static final double CREDIBLE = 6;

    private static final Prompt.Part BEGIN = new Prompt.Marker("<|im_start|>");

    private static final List<Prompt.Part> ASKED = List.of(
            BEGIN,
            new Prompt.Text("user\n" + QUESTION),
            new Prompt.Marker("<|im_end|>"),
            new Prompt.Text("\n"),
            BEGIN,
            new Prompt.Text("assistant\n"),
            new Prompt.Marker("<think>"),
            new Prompt.Text("\n\n"),
            new Prompt.Marker("</think>"),
            new Prompt.Text("\n\n"));

    private Probe() {}

    /** The question alone, to be counted. */
    public static Prompt question() {
        return new Prompt(ASKED);
    }

    /**
     * Whether the extra work is small beside the prompt.
     *
     * @param questionTokens of {@link #question}
     * @param promptTokens of the reply's prompt
     */
    public static boolean isCheap(int questionTokens, int promptTokens) {
        return questionTokens <= Math.max(TOKENS, SHARE * promptTokens);
    }

    /**
     * The request for a reply.
     *
     * @param conversation whose KV cache is used and kept; null for none
     * @param reply the prompt of the reply, which ends with its beginning
     */
    public static DecisionRequest request(@Nullable String conversation, Prompt reply) {
        var parts = reply.parts();
        var shared = new ArrayList<>(parts.subList(0, parts.lastIndexOf(BEGIN)));
        shared.addAll(ASKED);
        return new DecisionRequest(conversation, new Prompt(shared), ANSWERS);
    }

    /** What the model said; where it would rather have said something else, nobody knows and a thought is the safer way. */
    public static Decision decision(Decided decided) {
        double yes = decided.logits().get(0);
        double no = decided.logits().get(1);
        return Math.max(yes, no) < decided.greatest() - CREDIBLE
                ? unsure()
                : Decision.of(yes >= no, By.MODEL, Reason.MODEL);
    }

    /** What holds where nobody knows. */
    public static Decision unsure() {
        return Decision.of(true, By.RULES, Reason.UNSURE);
    }
}
