package dev.ponder.thinking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopWatchTest {
    private static final Pattern PIECE = Pattern.compile("\\s?\\p{L}+|\\s?\\p{N}|\\s+|.");

    private static final String PARAGRAPH =
            "Wait, let me reconsider the problem. We have three boxes and two keys, so one"
                    + " box stays closed. But if the red key opens the blue box, then the other one is open as well. ";

    @Test
    void aParagraphThatComesAgainAndAgainIsFoundWhereItFirstRepeats() {
        var start = "First I look at the question. ";
        var found = watch(start + PARAGRAPH.repeat(12));
        assertTrue(found.isPresent());
        assertClose(start.length() + PARAGRAPH.length(), found.getAsInt(), 20);
    }

    @Test
    void aSentenceAndAWordThatComeAgainAreFound() {
        for (var loop : List.of("So the answer is 42. ", "the ", "no\n", "嗯，让我再想一想。", "ها ")) {
            var found = watch("Let me see what this is about: " + loop.repeat(900));
            assertTrue(found.isPresent(), loop);
        }
    }

    @Test
    void sentencesInChangingOrderAreFound() {
        var sentences = List.of(
                "Let me check the first condition again.",
                "The first condition says that Ann is older than Bob.",
                "But then Bob cannot be the youngest of them.",
                "So I should look at the second condition.",
                "The second condition does not help here.");
        var random = new Random(1);
        var text = IntStream.range(0, 120)
                .mapToObj(_ -> sentences.get(random.nextInt(sentences.size())) + " ")
                .collect(Collectors.joining());
        assertTrue(watch(text).isPresent());
    }

    @Test
    void isFoundWhereverTheLoopBeginsAndHoweverLongItsPeriodIs() {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var before = prose(random, random.nextInt(400));
            var period = prose(random, 3 + random.nextInt(120));
            int pieces = pieces(period).size();
            var text = before + period.repeat(3 + 600 / pieces + 3);
            var found = watch(text);
            assertTrue(found.isPresent(), "a period of " + pieces);
            // the cut may lie a little off, since the words before the loop may end like it
            assertClose(before.length() + period.length(), found.getAsInt(), period.length() + 20);
        }
    }

    @Test
    void aLoopIsSaidOnce() {
        var watch = new LoopWatch();
        long said = pieces(PARAGRAPH.repeat(60)).stream()
                .map(watch::accept)
                .filter(OptionalInt::isPresent)
                .count();
        assertEquals(1, said);
    }

    @Test
    void whatRepeatsRightlyIsNoLoop() {
        for (var text : List.of(
                table(200),
                poem(),
                code(),
                digits(),
                trialDivision(1009),
                trialDivision(99991),
                multiplicationTable(),
                checklist(),
                "1, 2, 3, 4, 5, 6, 7, 8, 9, ".repeat(12),
                "| --- ".repeat(60) + "|",
                "=".repeat(300),
                "na ".repeat(40) + "Batman!",
                countdown())) {
            assertTrue(watch(text).isEmpty(), text.substring(0, 60));
        }
    }

    @Test
    void costsTheSameForEachPieceHoweverLongTheTextIs() {
        var random = new Random(9);
        var watch = new LoopWatch();
        // a million pieces: anything that grows with the text would not come to an end
        for (int i = 0; i < 1_000_000; i++) {
            watch.accept(" w" + random.nextInt(5_000) + (i % 20 == 0 ? "." : ""));
        }
    }

    private static String table(int rows) {
        return "| Name | Done | Late |\n|---|---|---|\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> "| Item " + i + " | yes | no |\n")
                        .collect(Collectors.joining());
    }

    private static String poem() {
        var text = new StringBuilder();
        var random = new Random(2);
        for (int verse = 0; verse < 12; verse++) {
            for (int line = 0; line < 4; line++) {
                text.append(prose(random, 7)).append('\n');
            }
            text.append(
                    "Row, row, row your boat, gently down the stream,\nMerrily, merrily, merrily, merrily,\nLife is but"
                            + " a dream.\n\n");
        }
        return text.toString();
    }

    private static String code() {
        var text = new StringBuilder("```java\n");
        for (int i = 0; i < 80; i++) {
            text.append("    @Override\n    public String toString() {\n        return \"Node\" + ")
                    .append(i)
                    .append(";\n    }\n\n");
        }
        return text.append("```").toString();
    }

    private static String digits() {
        return "1/3 = 0." + "3".repeat(200) + " and 1/7 = 0." + "142857".repeat(30)
                + " and 2^64 = 18446744073709551616";
    }

    /** As the demo model and larger ones do it. */
    private static String trialDivision(int number) {
        var text = new StringBuilder("Is " + number + " prime? I try the primes up to its root.\n");
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            text.append("%d / %d = %d remainder %d, so it is not divisible.%n"
                    .formatted(number, divisor, number / divisor, number % divisor));
        }
        return text.toString();
    }

    private static String multiplicationTable() {
        return IntStream.rangeClosed(1, 20)
                .boxed()
                .flatMap(a -> IntStream.rangeClosed(1, 20).mapToObj(b -> a + " × " + b + " = " + a * b + "\n"))
                .collect(Collectors.joining());
    }

    private static String checklist() {
        return IntStream.range(0, 60)
                .mapToObj(day -> "Day " + day + "\n- [ ] Drink a glass of water\n- [ ] Walk for half an hour\n")
                .collect(Collectors.joining());
    }

    private static String countdown() {
        return IntStream.range(0, 100)
                .mapToObj(i -> (100 - i) + " green bottles hanging on the wall, and if one should accidentally fall\n")
                .collect(Collectors.joining());
    }

    private static String prose(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(
                        _ -> Integer.toString(random.nextInt(36 * 36 * 36), 36).replaceAll("\\d", "q") + " ")
                .collect(Collectors.joining());
    }

    private static void assertClose(int expected, int actual, int tolerance) {
        assertTrue(Math.abs(expected - actual) <= tolerance, actual + " is not near " + expected);
    }

    private static OptionalInt watch(String text) {
        var watch = new LoopWatch();
        return pieces(text).stream()
                .map(watch::accept)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        PIECE.matcher(text).results().forEach(match -> pieces.add(match.group()));
        return pieces;
    }
}
