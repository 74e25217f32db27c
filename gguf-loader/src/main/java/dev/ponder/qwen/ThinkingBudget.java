package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;

/**
 * What is written into a reply to end its thought.
 *
 * <p>Source of the sentence: "Thinking Budget" in Qwen3's documentation, docs/source/getting_started/quickstart.md, and
 * the technical report, page 11; hybrid models obey it without having been trained to.
 */
public final class ThinkingBudget {

    /** The sentence by which Qwen3 is brought to its answer when a thought has used up its budget. */
    public static final String SENTENCE =
            "Considering the limited time by the user, I have to give the solution based on"
                    + " the thinking directly now.";

    /** Follows a thought that was cut anywhere; the answer comes next. 24 tokens of Qwen3's vocabulary. */
    public static final Prompt LANDING = landingAfter(0);

    /** Closes a thought without a word, where the model ended inside it or opened it again. */
    public static final Prompt CLOSE = closeAfter(0);

    private ThinkingBudget() {}

    /**
     * {@link #LANDING} behind a thought that has ended its line: the sentence stands after one blank line in any case.
     *
     * @param lineBreaks line breaks at the end of the thought
     */
    public static Prompt landingAfter(int lineBreaks) {
        return ending("\n".repeat(Math.max(0, 2 - lineBreaks)) + SENTENCE + "\n");
    }

    /**
     * {@link #CLOSE} behind a thought that may have ended its line.
     *
     * @param lineBreaks line breaks at the end of the thought
     */
    public static Prompt closeAfter(int lineBreaks) {
        return ending(lineBreaks > 0 ? "" : "\n");
    }

    private static Prompt ending(String text) {
        var parts = new ArrayList<Prompt.Part>();
        if (!text.isEmpty()) {
            parts.add(new Prompt.Text(text));
        }
        parts.addAll(List.of(new Prompt.Marker("</think>"), new Prompt.Text("\n\n")));
        return new Prompt(parts);
    }
}
