package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBuilderTest {

    private static final String THOUGHT = """
            So:

            ```python
            return x
            ```

            # Is it *that*?
            Yes.""";

    @Test
    void showsTheSameLinesHoweverTheTextArrives() {
        var expected = describe(whole(Paper.THOUGHT, THOUGHT));
        var random = new Random(1);
        for (int run = 0; run < 300; run++) {
            var builder = new LineBuilder(Paper.THOUGHT);
            int start = 0;
            while (start < THOUGHT.length()) {
                int end = Math.min(THOUGHT.length(), start + 1 + random.nextInt(7));
                builder.add(THOUGHT.substring(start, end));
                start = end;
            }
            builder.end();
            assertEquals(expected, describe(builder.lines()));
        }
    }

    @Test
    void editsLeadFromOneListOfLinesToTheNext() {
        var builder = new LineBuilder(Paper.THOUGHT);
        var copy = new ArrayList<Line>();
        for (char letter : THOUGHT.toCharArray()) {
            apply(copy, builder.add(String.valueOf(letter)));
            assertEquals(builder.lines(), copy);
        }
        apply(copy, builder.end());
        assertEquals(builder.lines(), copy);
    }

    @Test
    void neverLooksAtSettledLinesAgain() {
        var builder = new LineBuilder(Paper.THOUGHT);
        builder.add("A line.\n".repeat(5_000));
        for (int i = 0; i < 100; i++) {
            var edit = builder.add(i % 10 == 9 ? "word\n" : "word ");
            assertTrue(edit.from() >= 4_999 && edit.added().size() <= 3, edit::toString);
        }
    }

    @Test
    void leavesWhatTheUserWroteAsItIs() {
        var text = "# not a *heading*\n\n\n```\nno code\n```";
        assertEquals(text, copied(whole(Paper.USER, text)));
    }

    @Test
    void cutsAParagraphWithoutEndAndCopiesItWhole() {
        var text = "word ".repeat(2_000).strip();
        var lines = whole(Paper.THOUGHT, text);
        assertTrue(lines.stream().allMatch(line -> line.text().length() <= LineBuilder.LONGEST));
        assertEquals(text, copied(lines));
    }

    @Test
    void dropsBlankLinesAroundAThought() {
        assertEquals(List.of("Yes."), texts(whole(Paper.THOUGHT, "\n\nYes.\n\n")));
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
}
