package dev.ponder.thinking;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what a message shows that it means one of the offered tools.
 *
 * @param names of the tools, in lower case
 * @param words of their names and descriptions, in lower case
 */
public record ToolHints(Set<String> names, Set<String> words) {

    /** No tools are offered. */
    public static final ToolHints NONE = new ToolHints(Set.of(), Set.of());

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_WORD = 4;
    private static final Pattern BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^\\p{L}\\p{N}]+");

    public ToolHints {
        names = Set.copyOf(names);
        words = Set.copyOf(words);
    }

    /**
     * The hints of some tools.
     *
     * @param names of the tools
     * @param descriptions of the tools
     */
    public static ToolHints of(List<String> names, List<String> descriptions) {
        var small = new HashSet<String>();
        var words = new HashSet<String>();
        for (var name : names) {
            if (name.length() >= SHORTEST_NAME) {
                small.add(name.toLowerCase(Locale.ROOT));
            }
            addWords(name, words);
        }
        descriptions.forEach(description -> addWords(description, words));
        return new ToolHints(small, words);
    }

    private static void addWords(String text, Set<String> words) {
        BORDER.splitAsStream(text)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD && !Words.COMMON.contains(word))
                .forEach(words::add);
    }
}
