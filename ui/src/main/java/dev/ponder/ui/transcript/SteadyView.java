package dev.ponder.ui.transcript;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is on the screen where it is when lines above it come and go. The control of JavaFX 26 moves its origin the
 * wrong way when lines are taken out (VFlow.computeNewOrigin); when the caret's line gets another number it goes there
 * first, and then may even leave the document. So after the layout the first line of the screen is brought back.
 */
final class SteadyView {

    /** Far more than a line can be away, a screen at a time. */
    private static final int MOST_STEPS = 400;

    private final TranscriptArea area;
    private final TailFollower follower;
    private @Nullable Anchor anchor;

    /** The line at the upper edge, and where it begins, in pixels from there. */
    private record Anchor(int line, double y) {

        Anchor after(int from, int removed, int added) {
            if (line < from) {
                return this;
            }
            // a line that is taken out leaves its place to the one before it
            return line >= from + removed
                    ? new Anchor(line + added - removed, y)
                    : new Anchor(Math.max(0, from - 1), 0);
        }
    }

    SteadyView(TranscriptArea area, TailFollower follower) {
        this.area = area;
        this.follower = follower;
    }

    /** To be called before the control hears that lines came or went. */
    void onChange(int from, int removed, int added) {
        if (follower.followingProperty().get()) {
            return;
        }
        var first = anchor == null ? first() : anchor;
        anchor = first == null ? null : first.after(from, removed, added);
    }

    /** After the next layout a line is at the upper edge. */
    void bring(int line) {
        anchor = new Anchor(line, 0);
    }

    /** Everything is different: there is nothing to keep. */
    void forget() {
        anchor = null;
    }

    /** To be called after each layout. */
    void onLayout() {
        var kept = anchor;
        anchor = null;
        if (follower.followingProperty().get()) {
            if (kept == null && area.cells().isEmpty()) {
                follower.jump(1);
            }
        } else if (kept != null) {
            follower.leaveAlone(() -> bringBack(kept));
        }
    }

    private void bringBack(Anchor kept) {
        if (area.cells().isEmpty()) {
            follower.jump((double) kept.line() / Math.max(1, area.getParagraphCount() - 1));
        }
        int farther = 0;
        for (int i = 0; i < MOST_STEPS; i++) {
            var cells = area.cells();
            int top = cells.isEmpty() ? -1 : line(cells.getFirst());
            int index = kept.line() - top;
            if (top < 0 || index == farther) {
                return;
            }
            if (index >= 0 && index < cells.size()) {
                area.scroll(cells.get(index).getBoundsInParent().getMinY() - kept.y());
                return;
            }
            area.scroll(index < 0 ? -area.getHeight() : area.getHeight());
            farther = index;
        }
    }

    private @Nullable Anchor first() {
        for (var cell : area.cells()) {
            if (cell.getBoundsInParent().getMaxY() > 0) {
                int line = line(cell);
                return line < 0
                        ? null
                        : new Anchor(line, cell.getBoundsInParent().getMinY());
            }
        }
        return null;
    }

    private int line(Region cell) {
        var middle = cell.localToScreen(1, cell.getHeight() / 2);
        var position = middle == null ? null : area.getTextPosition(middle.getX(), middle.getY());
        return position == null ? -1 : position.index();
    }
}
