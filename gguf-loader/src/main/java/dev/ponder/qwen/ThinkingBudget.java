package dev.ponder.qwen;

import java.util.List;

/**
 * The sentence by which Qwen3 is brought to its answer when a thought has used up its budget.
 *
 * <p>Source: "Thinking Budget" in Qwen3's documentation, docs/source/getting_started/quickstart.md, and the technical
 * report, page 11; hybrid models obey it without having been trained to.
 */
public final class ThinkingBudget {

    /** Follows the thought as it is; the answer comes next. 24 tokens of Qwen3's vocabulary. */
    public static final Prompt LANDING = new Prompt(List.of(
            new Prompt.Text("\n\nConsidering the limited time by the user, I have to give the solution based on the"
                    + " thinking directly now.\n"),
            new Prompt.Marker("</think>"),
            new Prompt.Text("\n\n")));

    private ThinkingBudget() {}
}
