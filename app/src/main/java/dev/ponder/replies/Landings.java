package dev.ponder.replies;

import dev.ponder.qwen.ThinkingBudget;

/** The landing sentence behind thoughts that were cut off. */
final class Landings {

    private Landings() {}

    /** The landing of a thought: a blank line, where there is none, and the sentence. */
    static String after(String thought) {
        int breaks = 0;
        while (breaks < 2 && thought.length() > breaks && thought.charAt(thought.length() - 1 - breaks) == '\n') {
            breaks++;
        }
        return "\n".repeat(2 - breaks) + ThinkingBudget.SENTENCE;
    }

    /** What is missing of a landing that has begun, perhaps with nothing of it there yet. */
    static String rest(String thought) {
        var sentence = ThinkingBudget.SENTENCE;
        int line = thought.lastIndexOf('\n') + 1;
        var begun = thought.substring(line);
        return !begun.isEmpty() && sentence.startsWith(begun) ? sentence.substring(begun.length()) : after(thought);
    }
}
