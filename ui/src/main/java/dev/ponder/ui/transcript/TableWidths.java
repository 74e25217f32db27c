package dev.ponder.ui.transcript;

import dev.ponder.ui.markdown.Block;
import dev.ponder.ui.markdown.RichText;
import java.util.ArrayList;
import java.util.List;

/** How wide the columns of a table are. Guessed from their letters, so that no part of a long table has to be laid out. */
final class TableWidths {

    private static final double LETTER = 0.56;
    private static final double WIDE_LETTER = 1.05;
    private static final double MARGIN = 1.8;
    private static final double NARROWEST = 3;
    private static final double WIDEST = 22;

    /** Letters of an alphabet end before; what is above takes about a square. */
    private static final int FIRST_WIDE = 0x2e80;

    private TableWidths() {}

    /** In em of the table's text. */
    static List<Double> of(Block.Table table) {
        var widths = new ArrayList<Double>();
        for (int column = 0; column < table.header().size(); column++) {
            double widest = width(table.header().get(column)) * 1.08;
            for (var row : table.rows()) {
                if (widest >= WIDEST) {
                    break;
                }
                widest = column < row.size() ? Math.max(widest, width(row.get(column))) : widest;
            }
            widths.add(Math.clamp(widest + MARGIN, NARROWEST, WIDEST));
        }
        return List.copyOf(widths);
    }

    private static double width(RichText cell) {
        double width = 0;
        var text = cell.text();
        for (int i = 0; i < text.length() && width < WIDEST; i++) {
            width += text.charAt(i) >= FIRST_WIDE ? WIDE_LETTER : LETTER;
        }
        for (var run : cell.runs()) {
            if (text.charAt(run.start()) == RichText.OBJECT) {
                width += run.target().length() * LETTER / 2;
            }
        }
        return width;
    }
}
