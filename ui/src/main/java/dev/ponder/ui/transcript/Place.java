package dev.ponder.ui.transcript;

import java.util.List;

/**
 * Where a line of an answer stands: how far in, behind which quotes' bars, after which mark, how far below the line before.
 *
 * @param above the space above, in em
 * @param indent the space before, in em
 * @param bars the bars of quotes
 * @param marker what hangs before the line: a bullet, a number, a box; empty for nothing
 * @param prefix what a copy puts before the line
 */
record Place(double above, double indent, List<Bar> bars, String marker, String prefix) {

    /** Boxes of tasks, as markers. */
    static final String OPEN = "[ ]";

    static final String DONE = "[x]";

    /** At the edge of the column, right below the line before. */
    static final Place EDGE = new Place(0, 0, List.of(), "", "");

    /**
     * The bar of a quote.
     *
     * @param at where it stands, in em
     * @param begins whether the quote begins with this line
     */
    record Bar(double at, boolean begins) {
        Bar further() {
            return new Bar(at, false);
        }
    }

    Place {
        bars = List.copyOf(bars);
    }

    /** The same for a line that goes on. */
    Place below(double space) {
        return new Place(space, indent, bars.stream().map(Bar::further).toList(), "", prefix);
    }

    boolean isPlain() {
        return equals(EDGE);
    }
}
