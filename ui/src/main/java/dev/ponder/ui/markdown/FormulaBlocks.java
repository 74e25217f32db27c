package dev.ponder.ui.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Finds formulas on lines of their own: from a line that begins with {@code $$} or {@code \[} to one that ends with its
 * partner. An empty line ends it, too, so that a sign without a partner does not swallow the rest; it is text then.
 */
final class FormulaBlocks extends AbstractBlockParserFactory {

    private static final int DELIMITER = 2;
    private static final int CODE_INDENT = 4;

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        var line = state.getLine().getContent();
        int start = state.getNextNonSpaceIndex();
        var rest = line.subSequence(start, line.length()).toString().strip();
        var closer = rest.startsWith("$$") ? "$$" : rest.startsWith("\\[") ? "\\]" : "";
        if (closer.isEmpty()) {
            return BlockStart.none();
        }
        int end = rest.indexOf(closer, DELIMITER);
        boolean isWhole = end >= 0
                && end == rest.length() - DELIMITER
                && !rest.substring(DELIMITER, end).isBlank();
        if ((end >= 0 && !isWhole) || (end < 0 && closer.equals("\\]") && rest.contains("]("))) {
            return BlockStart.none();
        }
        return BlockStart.of(new Reading(closer)).atIndex(start);
    }

    /** Takes in the lines of one formula. */
    private static final class Reading extends AbstractBlockParser {
        private final Formula.Display block = new Formula.Display();
        private final StringBuilder source = new StringBuilder();
        private final String closer;

        Reading(String closer) {
            this.closer = closer;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return block.closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            if (!source.isEmpty()) {
                source.append('\n');
            }
            source.append(line.getContent());
            var written = source.toString().stripTrailing();
            if (written.length() >= 2 * DELIMITER && written.endsWith(closer)) {
                block.closed = true;
            }
        }

        @Override
        public void closeBlock() {
            var written = source.toString().strip();
            block.source = written;
            if (block.closed) {
                block.latex = written.substring(DELIMITER, written.length() - DELIMITER)
                        .strip();
                block.closed = !block.latex.isEmpty();
            }
        }
    }
}
