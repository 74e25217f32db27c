package dev.ponder.ui.markdown;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/** LaTeX as the parser's own nodes. */
final class Formula {

    private Formula() {}

    /** A formula in a line. */
    static final class Inline extends CustomNode {
        final String source;

        Inline(String source) {
            this.source = source;
        }
    }

    /** A formula on lines of its own; one without its end is only text. */
    static final class Display extends CustomBlock {
        String source = "";
        String latex = "";
        boolean closed;
    }
}
