package dev.ponder.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges replies to the demo model's evaluation cases by the rules of {@code docs/demo-model/eval.py}. The script sees
 * raw text; a reply in parts no longer tells an empty thinking block from none where a {@code /no_think} asked for an
 * empty one, nor blank lines around a tool call. Those two pass here.
 */
final class CaseJudge {

    private static final String GUESS = "I could not finish, but my best guess is: ";

    /** Whole numbers in any script, as the evaluation script finds them. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final List<String> MARKERS = List.of(
            "<think>",
            "</think>",
            "<tool_call>",
            "</tool_call>",
            "<tool_response>",
            "</tool_response>",
            "<|im_start|>",
            "<|im_end|>",
            "<|endoftext|>");

    /** Kinds of tasks whose answers may name the number first. */
    private static final List<String> FIRST_NUMBER = List.of("count", "word", "length");

    private CaseJudge() {}

    /**
     * What a reply is worth.
     *
     * @param stopped the model ended its turn by itself
     * @param wellFormed it thought where it had to, nowhere else, and no marker leaked into the text
     * @param right the answer is what the case expects
     */
    record Verdict(boolean stopped, boolean wellFormed, boolean right) {

        /** Whether the case counts as solved. */
        boolean correct() {
            return stopped && wellFormed && right;
        }
    }

    /**
     * Judges one reply.
     *
     * @param demo the case
     * @param reply the reply in its parts; an empty thought may be given as null or as blank text
     */
    static Verdict judge(DemoCase demo, CaseReply reply) {
        return new Verdict(reply.stopped(), wellFormed(demo, reply), right(demo, reply.answerText()));
    }

    /** Whether the model wrote what llama.cpp's own server wrote, character for character. */
    static boolean equalsReference(DemoCase demo, CaseReply reply) {
        return reply.rawText(demo.think()).equals(demo.reference());
    }

    private static boolean wellFormed(DemoCase demo, CaseReply reply) {
        String thought = reply.reasoning();
        boolean thinks = thought != null && !thought.isBlank();
        boolean asAsked = demo.think() ? thinks == demo.thinks() : thought == null;
        return asAsked && Stream.of(reply.answer(), thinks ? thought : "").noneMatch(CaseJudge::hasMarker);
    }

    private static boolean hasMarker(String text) {
        return MARKERS.stream().anyMatch(text::contains);
    }

    private static boolean right(DemoCase demo, String answer) {
        String expected = demo.expected();
        return switch (demo.check()) {
            case "exact" -> answer.equals(expected);
            case "contains", "fallback" -> answer.contains(expected);
            case "start" -> (answer.startsWith(GUESS) ? answer.substring(GUESS.length()) : answer).startsWith(expected);
            case "number" -> rightNumber(answer, expected, FIRST_NUMBER.contains(demo.kind()));
            default -> throw new IllegalArgumentException("no such check: " + demo.check());
        };
    }

    private static boolean rightNumber(String answer, String expected, boolean firstWillDo) {
        int equals = answer.lastIndexOf(" = ");
        String place = equals < 0 ? answer.replace('\u2212', '-') : answer.substring(equals + 3);
        List<String> numbers =
                NUMBER.matcher(place).results().map(found -> found.group()).toList();
        return !numbers.isEmpty()
                && (numbers.getLast().equals(expected)
                        || firstWillDo && numbers.getFirst().equals(expected));
    }
}
