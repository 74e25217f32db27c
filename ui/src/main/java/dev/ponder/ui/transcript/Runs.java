package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.Words;
import dev.ponder.ui.markdown.Mark;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.List;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/** Makes the runs of a paragraph, characters with their style classes and formulas, and knows what was found in it. */
final class Runs {

    /** Where something that is looked for stands in a line. */
    interface Hits {
        /** Offsets of the first character and after the last, in order. */
        List<int[]> in(TextLine line);
    }

    private static final Hits NONE = _ -> List.of();

    /** A paragraph with more runs than any writer makes shows the rest of it plain, since each run takes its time. */
    private static final int MOST = 150;

    private final TranscriptDocument document;
    private final Lexers lexers;
    private final Formulas formulas;
    private Hits hits = NONE;

    Runs(TranscriptDocument document, Lexers lexers, Formulas formulas) {
        this.document = document;
        this.lexers = lexers;
        this.formulas = formulas;
    }

    /** Marks what is found from now on. */
    void mark(Hits found) {
        hits = found;
    }

    /** What is marked in a line. */
    List<int[]> marked(TextLine line) {
        return hits.in(line);
    }

    /** Adds everything of a line that stands at an index of the document. */
    void addTo(RichParagraph.Builder builder, TextLine line, int index) {
        if (line.paper() == Paper.CODE) {
            addCode(builder, line.text(), colours(index));
        } else {
            addText(builder, line);
        }
    }

    private void addText(RichParagraph.Builder builder, TextLine line) {
        var text = line.text();
        boolean areMixed = Words.areMixed(text);
        var style = TranscriptStyles.run(line.paper());
        int done = 0;
        int styled = 0;
        for (var run : line.spans()) {
            if (!run.is(Mark.FORMULA) && ++styled > MOST) {
                continue;
            }
            add(builder, text.substring(done, run.start()), areMixed, style);
            if (run.is(Mark.FORMULA)) {
                builder.addInlineNode(() -> FormulaView.of(run.target(), formulas, areMixed));
            } else {
                add(builder, text.substring(run.start(), run.end()), areMixed, TranscriptStyles.of(run.marks(), style));
            }
            done = run.end();
        }
        add(builder, text.substring(done), areMixed, style);
    }

    /** Adds a line of code in its colours. */
    static void addCode(RichParagraph.Builder builder, String text, List<CodeColours.Colour> colours) {
        boolean areMixed = Words.areMixed(text);
        int done = 0;
        for (var colour : colours) {
            int start = Math.clamp(colour.start(), done, text.length());
            int end = Math.clamp(colour.end(), start, text.length());
            add(builder, text.substring(done, start), areMixed, TranscriptStyles.RUN);
            add(builder, text.substring(start, end), areMixed, TranscriptStyles.RUN + " " + colour.style());
            done = end;
        }
        add(builder, text.substring(done), areMixed, TranscriptStyles.RUN);
    }

    private List<CodeColours.Colour> colours(int index) {
        int head = document.codeHead(index);
        return head >= 0 && document.line(head) instanceof AnswerBlock.CodeHead code
                ? code.colours().line(index - head - 1, lexers.of(code.language()))
                : List.of();
    }

    /**
     * The same without characters that turn the direction of others: they would make a text look like another one, and the
     * text layout of JavaFX 26 fails where such a run wraps. As many characters as before.
     */
    static String inOrder(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (turns(text.charAt(i))) {
                var ordered = new StringBuilder(text);
                for (int k = i; k < text.length(); k++) {
                    if (turns(text.charAt(k))) {
                        ordered.setCharAt(k, '\u200b');
                    }
                }
                return ordered.toString();
            }
        }
        return text;
    }

    private static boolean turns(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }

    private static void add(RichParagraph.Builder builder, String text, boolean areMixed, String style) {
        if (!text.isEmpty()) {
            Words.of(inOrder(text), areMixed)
                    .forEach(word -> builder.addSegment(
                            word,
                            StyleAttributeMap.of(
                                    TranscriptModel.RUN, Words.isInvisible(word) ? Styles.INVISIBLE : style)));
        }
    }
}
