package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Words;
import dev.ponder.ui.markdown.Block;
import dev.ponder.ui.markdown.RichText;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** A block of an answer that a region draws. */
abstract sealed class AnswerBlock extends BlockLine {

    final Place place;
    private String separator = "\n";

    AnswerBlock(Place place) {
        this.place = place;
    }

    @Override
    public String separator() {
        return separator;
    }

    /** A block is one, whatever follows it: it changes itself. */
    @Override
    public Line withSeparator(String changed) {
        separator = changed;
        return this;
    }

    @Override
    public String prefix() {
        return place.prefix();
    }

    /** The header of a code block; the code stands below it, line by line. */
    static final class CodeHead extends AnswerBlock {
        final String fence;
        final String info;
        private CodeColours colours;

        CodeHead(Place place, Block.Code code) {
            super(place);
            fence = code.fence();
            info = code.info();
            colours = new CodeColours(code.text());
        }

        /** The code grew. */
        void take(String code) {
            colours = colours.of(code);
        }

        /** The code without its fences, as far as it is written. */
        String code() {
            return colours.code();
        }

        CodeColours colours() {
            return colours;
        }

        /** The first word of what follows the fence, or nothing. */
        String language() {
            int end = info.indexOf(' ');
            return end < 0 ? info : info.substring(0, end);
        }

        @Override
        public String text() {
            return fence + info;
        }
    }

    /** Some rows of a table. A long one is several of these, so that only what is on the screen is drawn. */
    static final class TableRows extends AnswerBlock {
        final Block.Table table;
        final int from;
        final int to;

        /** In em, of each column; the parts of a table share them. */
        final List<Double> widths;

        /** How far the table is scrolled sideways, in pixels; shared, too. */
        final DoubleProperty scrolled;

        TableRows(Place place, Block.Table table, int from, int to, TableRows first) {
            super(place);
            this.table = table;
            this.from = from;
            this.to = to;
            widths = first.widths;
            scrolled = first.scrolled;
        }

        TableRows(Place place, Block.Table table, int to) {
            super(place);
            this.table = table;
            this.to = to;
            from = 0;
            widths = TableWidths.of(table);
            scrolled = new SimpleDoubleProperty();
        }

        boolean isFirst() {
            return from == 0;
        }

        /** Whether its first column is the rightmost. */
        boolean isRightToLeft() {
            return Words.beginFromTheRight(
                    table.header().stream().map(RichText::text).collect(Collectors.joining(" ")));
        }

        boolean isLast() {
            return to == table.rows().size();
        }

        /** Its lines as they were written; the header and the line below it belong to the first rows. */
        @Override
        public String text() {
            var lines = table.source().lines().toList();
            int start = isFirst() ? 0 : Math.min(lines.size(), from + 2);
            return lines.subList(start, Math.min(lines.size(), to + 2)).stream().collect(Collectors.joining(" ⏎ "));
        }

        @Override
        public String copy(int start, int end) {
            return start == 0 && end == text().length()
                    ? text().replace(" ⏎ ", "\n" + place.below(0).prefix())
                    : "";
        }
    }

    /** A formula on lines of its own. */
    static final class Display extends AnswerBlock {
        final Block.Formula formula;

        Display(Place place, Block.Formula formula) {
            super(place);
            this.formula = formula;
        }

        @Override
        public String text() {
            return formula.source().replace('\n', ' ');
        }

        @Override
        public String copy(int start, int end) {
            return start == 0 && end == text().length()
                    ? formula.source().replace("\n", "\n" + place.below(0).prefix())
                    : "";
        }
    }

    /** A line across. */
    static final class Rule extends AnswerBlock {
        Rule(Place place) {
            super(place);
        }

        @Override
        public String text() {
            return "---";
        }
    }
}
