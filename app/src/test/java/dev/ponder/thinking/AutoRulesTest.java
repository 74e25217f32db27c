package dev.ponder.thinking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AutoRulesTest {
    private static final Optional<Verdict> UNSURE = Optional.empty();

    /** A message and what is expected of it: think, direct, or any. */
    private record Line(String expected, String message) {
        static Line of(String line) {
            int bar = line.indexOf(" | ");
            return new Line(line.substring(0, bar), line.substring(bar + 3).replace("\\n", "\n"));
        }

        Optional<Verdict> verdict() {
            return AutoRules.judge(Ask.of(message));
        }

        boolean isWrong() {
            return !expected.equals("any")
                    && verdict()
                            .filter(verdict -> verdict.thinks() != expected.equals("think"))
                            .isPresent();
        }
    }

    @Test
    void ordinaryMessagesAreJudgedAsAPersonWould() {
        for (var line : table("messages.txt")) {
            assertTrue(!line.isWrong(), line + " is " + line.verdict());
            assertTrue(line.expected().equals("any") || line.verdict().isPresent(), line + " leaves the rules unsure");
        }
    }

    @Test
    void soAreMessagesThatTheRulesWereNotWrittenFor() {
        var table = table("held-out.txt");
        var wrong = table.stream().filter(Line::isWrong).toList();
        var unsure = table.stream().filter(line -> line.verdict().isEmpty()).toList();
        System.out.printf(
                "held out: %d messages, %d wrong, %d for the model%n", table.size(), wrong.size(), unsure.size());
        assertEquals(List.of(), wrong);
        assertTrue(unsure.size() <= table.size() * 0.15, unsure.toString());
    }

    @Test
    void everyRuleIsUsed() {
        var seen = table("messages.txt").stream()
                .flatMap(line -> line.verdict().stream())
                .map(Verdict::reason)
                .collect(Collectors.toSet());
        // these need a switch, a file or tools
        seen.addAll(List.of(Reason.TYPED, Reason.READING, Reason.TOOL));
        assertEquals(seen, AutoRules.reasons().stream().collect(Collectors.toSet()));
    }

    @Test
    void aTypedSwitchWins() {
        assertEquals(new Verdict(false, Reason.TYPED), judge("Prove Fermat's little theorem. /no_think"));
        assertEquals(new Verdict(true, Reason.TYPED), judge("/think Hi"));
        assertEquals(Decision.By.USER, judge("Hi /think").decision().by());
        assertEquals(Decision.By.RULES, judge("Hi").decision().by());
        assertEquals(new Verdict(false, Reason.GREETING), judge("Hi"));
    }

    @Test
    void aShortMessageGoesOnWithWhatCameBefore() {
        var earlier = List.of("Is 1009 prime?", "Hi");
        assertEquals(
                Optional.of(new Verdict(true, Reason.FOLLOW_UP)),
                AutoRules.judge(new Ask("And 1013?", earlier, ToolHints.NONE)));
        assertEquals(
                Optional.of(new Verdict(false, Reason.FOLLOW_UP)),
                AutoRules.judge(new Ask("And a mouse?", List.of("Translate to German: house"), ToolHints.NONE)));
        assertEquals(UNSURE, AutoRules.judge(new Ask("And 1013?", List.of(), ToolHints.NONE)));
    }

    @Test
    void aToolThatHasTheAnswerNeedsNoThought() {
        var hints = ToolHints.of(
                List.of("calculator", "current_time", "peCarpet"),
                List.of("Evaluate an arithmetic expression.", "Get the current date and time.", ""));
        for (var message : List.of(
                "What is 384 * 29.5?",
                "What time is it in Lima?",
                "Which date is today?",
                "Use the calculator: 3^4",
                "Use peCarpet with level=9.",
                "今天星期几?")) {
            assertEquals(
                    Optional.of(new Verdict(false, Reason.TOOL)),
                    AutoRules.judge(new Ask(message, List.of(), hints)),
                    message);
        }
        assertEquals(
                Optional.of(new Verdict(true, Reason.WORD_PROBLEM)),
                AutoRules.judge(new Ask(
                        "Tom has 12 apples and gives 5 of them to each of his two friends; how many does he lack then, and"
                                + " when is the time to buy more?",
                        List.of(),
                        hints)));
    }

    @Test
    void aQuestionAboutAGivenTextIsReadFromIt() {
        assertEquals(
                new Verdict(false, Reason.READING),
                judge("File guests.csv:\n```\nname: Ann Lee\nroom: 12\nprice: 80\n```\nWhat is the price?"));
        assertEquals(new Verdict(true, Reason.CODE), judge("```java\nint x = y / 0;\n```\nWhat is wrong?"));
    }

    @Test
    void aLongTextWithAnInstructionAtItsEndIsJudgedByThat() {
        var text = "The committee met on Tuesday and talked about the budget for 2031 and 2032. ".repeat(80);
        assertEquals(new Verdict(false, Reason.REWRITING), judge(text + "\nSummarize this in two sentences."));
        assertEquals(new Verdict(false, Reason.TRANSLATION), judge("Translate into French:\n" + text));
    }

    private static Verdict judge(String message) {
        return AutoRules.judge(Ask.of(message)).orElseThrow();
    }

    private static List<Line> table(String name) {
        try (var in = Objects.requireNonNull(AutoRulesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
