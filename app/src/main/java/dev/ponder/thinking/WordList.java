package dev.ponder.thinking;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Words that say what a message asks for, in several languages.
 *
 * @param pattern finds one of them
 */
record WordList(Pattern pattern) implements Predicate<Ask> {

    static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** What stands before a request: please, can you. */
    private static final String POLITE =
            "(?:please|kindly|hey|hi|ok|now|then|bitte|por favor|請|请|من فضلك|(?:can|could|would|will) you|"
                    + "kannst du|könntest du|puedes|podrías|你能|能不能|帮我|给我|跟我|هل يمكنك)";

    /**
     * Words anywhere.
     *
     * @param spaced alternatives in languages that put spaces between words, matched as whole words
     * @param unspaced alternatives in languages whose words touch others, matched anywhere
     */
    static WordList anywhere(String spaced, String unspaced) {
        return of("\\b(?:" + spaced + ")(?!\\w)|" + unspaced);
    }

    /** Words at the beginning of the first or the last line, where requests stand, perhaps after a polite word. */
    static WordList first(String spaced, String unspaced) {
        return of("(?:\\A|\\n(?=[^\\n]*\\z))[\\s\\p{Punct}¿¡]*(?:" + POLITE + "[\\s,，]*(?:to\\s+)?)*(?:(?:" + spaced
                + ")(?!\\w)|(?:" + unspaced + "))");
    }

    /** Words that are all there is, with punctuation and pictures between them. */
    static WordList alone(String words) {
        return of("\\A[^\\p{L}\\p{N}]*(?:(?:" + words + ")[^\\p{L}\\p{N}]*)+\\z");
    }

    private static WordList of(String pattern) {
        return new WordList(Pattern.compile(joined(pattern), FLAGS));
    }

    /** Text blocks break lines after a bar. */
    private static String joined(String pattern) {
        return pattern.replaceAll("\\|\\s*\\n\\s*", "|").replace("\n", "");
    }

    @Override
    public boolean test(Ask ask) {
        return pattern.matcher(ask.said()).find();
    }
}
