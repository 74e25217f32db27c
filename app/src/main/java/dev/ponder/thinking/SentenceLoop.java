package dev.ponder.thinking;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds a text that keeps saying the same sentences: of the last ones nearly all have been said several times. Lines count
 * as sentences. Refrains, table rows and steps of a calculation do not come near: between them is something new.
 */
final class SentenceLoop {

    private static final int LAST = 24;
    private static final int OLD_ONES = 21;
    /** A sentence is old when it comes for this time. */
    private static final int OLD = 4;
    /** Shorter ones say nothing where they come again: "Wait.", a brace on its own line. Where they are new they do. */
    private static final int SHORTEST = 16;

    private static final int SHORTEST_OF_HAN = 7;
    private static final int MOST_KNOWN = 4096;
    private static final int LONGEST = 400;

    private static final class Known {
        private int times;
        private int secondTime;
    }

    private record Said(Known sentence, boolean old) {}

    private final Map<String, Known> known = new HashMap<>();
    private final ArrayDeque<Said> last = new ArrayDeque<>();
    private final StringBuilder open = new StringBuilder();
    private int openFrom;
    private int characters;
    private int old;
    private boolean inBlock;

    OptionalInt accept(String piece) {
        var found = OptionalInt.empty();
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            characters++;
            if (isEnd(c) || open.length() == LONGEST) {
                found = found.isPresent() ? found : close();
                openFrom = characters;
            } else {
                open.append(c);
            }
        }
        return found;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '.' || c == '!' || c == '?' || c == '。' || c == '！' || c == '？' || c == '؟';
    }

    private OptionalInt close() {
        var sentence = open.toString().strip().toLowerCase(Locale.ROOT);
        open.setLength(0);
        if (sentence.startsWith("```")) {
            inBlock = !inBlock;
        }
        if (inBlock || sentence.isEmpty() || (known.size() >= MOST_KNOWN && !known.containsKey(sentence))) {
            return OptionalInt.empty();
        }
        var entry = known.computeIfAbsent(sentence, _ -> new Known());
        entry.times++;
        if (entry.times > 1 && isShort(sentence)) {
            return OptionalInt.empty();
        }
        if (entry.times == 2) {
            entry.secondTime = openFrom;
        }
        return say(new Said(entry, entry.times >= OLD));
    }

    private OptionalInt say(Said said) {
        last.addLast(said);
        old += said.old() ? 1 : 0;
        if (last.size() > LAST) {
            old -= last.removeFirst().old() ? 1 : 0;
        }
        return old < OLD_ONES
                ? OptionalInt.empty()
                : last.stream()
                        .filter(Said::old)
                        .mapToInt(each -> each.sentence().secondTime)
                        .min();
    }

    private static boolean isShort(String sentence) {
        return sentence.length() < SHORTEST
                && sentence.codePoints()
                                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                                .count()
                        < SHORTEST_OF_HAN;
    }
}
