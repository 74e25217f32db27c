package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.transcript.BlockLine.CodeHead;
import dev.ponder.ui.transcript.TextLine.Edge;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBuilderTest {

    private static final String ANSWER = """
            Here is the code:

            ```python
            def f(x):

                return x
            ```

            # Why
            It **returns** what `f` got.""";

    @Test
    void keepsTheSourceOfAnAnswerInTheSeparators() {
        var lines = whole(Paper.ANSWER, "One\n\n```java\nint a;\n```\nTwo");
        assertEquals("One\n\n```java\nint a;\n```\nTwo", copied(lines));
    }

    @Test
    void showsTheSameLinesHoweverTheTextArrives() {
        var expected = describe(whole(Paper.ANSWER, ANSWER));
        var random = new Random(1);
        for (int run = 0; run < 300; run++) {
            var builder = new LineBuilder(Paper.ANSWER);
            int start = 0;
            while (start < ANSWER.length()) {
                int end = Math.min(ANSWER.length(), start + 1 + random.nextInt(7));
                builder.add(ANSWER.substring(start, end));
                start = end;
            }
            builder.end();
            assertEquals(expected, describe(builder.lines()));
        }
    }

    @Test
    void editsLeadFromOneListOfLinesToTheNext() {
        var builder = new LineBuilder(Paper.ANSWER);
        var copy = new ArrayList<Line>();
        for (char letter : ANSWER.toCharArray()) {
            apply(copy, builder.add(String.valueOf(letter)));
            assertEquals(builder.lines(), copy);
        }
        apply(copy, builder.end());
        assertEquals(builder.lines(), copy);
    }

    @Test
    void neverLooksAtSettledLinesAgain() {
        var builder = new LineBuilder(Paper.ANSWER);
        builder.add("A line.\n".repeat(5_000));
        for (int i = 0; i < 100; i++) {
            var edit = builder.add(i % 10 == 9 ? "word\n" : "word ");
            assertTrue(edit.from() >= 4_999 && edit.added().size() <= 3, edit::toString);
        }
    }

    @Test
    void hidesWhatMayBecomeAFence() {
        var builder = new LineBuilder(Paper.ANSWER);
        builder.add("Look:\n``");
        assertEquals(List.of("Look:"), texts(builder.lines()));
        builder.add("` py\nx = 1");
        assertEquals(List.of("Look:", "```py", "x = 1"), texts(builder.lines()));
    }

    @Test
    void showsAnUnfinishedMarkAtTheEnd() {
        assertEquals(List.of("Look:", "``"), texts(whole(Paper.ANSWER, "Look:\n``")));
    }

    @Test
    void marksTheLastLineOfACodeBlockWhileItGrows() {
        var builder = new LineBuilder(Paper.ANSWER);
        builder.add("```\na\nb\n");
        assertEquals(List.of(Edge.INNER, Edge.LAST), edges(builder.lines()));
        builder.add("c");
        assertEquals(List.of(Edge.INNER, Edge.INNER, Edge.LAST), edges(builder.lines()));
        builder.add("\n```\nDone.");
        assertEquals(
                List.of(Edge.INNER, Edge.INNER, Edge.LAST),
                edges(builder.lines()).subList(0, 3));
    }

    @Test
    void givesTheCodeWithoutItsFences() {
        var builder = new LineBuilder(Paper.ANSWER);
        builder.add("```sh\nls\n\ncd x");
        var head = assertInstanceOf(CodeHead.class, builder.lines().getFirst());
        assertEquals("ls\n\ncd x", head.code());
        builder.add("\n```\n");
        assertEquals("ls\n\ncd x", head.code());
        assertEquals("sh", head.language);
    }

    @Test
    void leavesWhatTheUserWroteAsItIs() {
        var text = "# not a *heading*\n\n\n```\nno code\n```";
        assertEquals(text, copied(whole(Paper.USER, text)));
    }

    @Test
    void cutsAParagraphWithoutEndAndCopiesItWhole() {
        var text = "word ".repeat(2_000).strip();
        var lines = whole(Paper.ANSWER, text);
        assertTrue(lines.stream().allMatch(line -> line.text().length() <= LineBuilder.LONGEST));
        assertEquals(text, copied(lines));
    }

    @Test
    void dropsBlankLinesAroundAnAnswer() {
        assertEquals(List.of("Yes."), texts(whole(Paper.ANSWER, "\n\nYes.\n\n")));
    }

    @Test
    void takesMarksAwayAndKeepsWhatTheyMean() {
        var line = assertInstanceOf(
                TextLine.class,
                whole(Paper.ANSWER, "a **b** `c*d*` *e* 2 * 3 * 4").getFirst());
        assertEquals("a b c*d* e 2 * 3 * 4", line.text());
        assertEquals(
                List.of(Span.Face.BOLD, Span.Face.CODE, Span.Face.ITALIC),
                line.spans().stream().map(Span::face).toList());
    }

    private static List<Line> whole(Paper paper, String text) {
        var builder = new LineBuilder(paper);
        builder.add(text);
        builder.end();
        return builder.lines();
    }

    private static void apply(List<Line> lines, Edit edit) {
        lines.subList(edit.from(), edit.from() + edit.removed()).clear();
        lines.addAll(edit.from(), edit.added());
    }

    private static String copied(List<Line> lines) {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i).text())
                    .append(i < lines.size() - 1 ? lines.get(i).separator() : "");
        }
        return text.toString();
    }

    private static List<String> describe(List<Line> lines) {
        return lines.stream()
                .map(line -> line instanceof TextLine text ? text.toString() : line.text())
                .toList();
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    private static List<Edge> edges(List<Line> lines) {
        return lines.stream()
                .filter(TextLine.class::isInstance)
                .map(line -> ((TextLine) line).edge())
                .toList();
    }
}
