package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Fx;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;

/**
 * Something that scrolls sideways where it is too wide, and never up or down. Most things are not, so the pane that
 * scrolls, which costs more to lay out than what is in it, is made once it is needed.
 */
final class Sideways extends Region {

    /** A bar takes room of its own, or it would lie over the last row. */
    private static final double BAR = 14;

    private final Region content;
    private final boolean showsBar;
    private final Consumer<ScrollPane> onScrolling;

    /**
     * Puts content into a region that may be narrower.
     *
     * @param showsBar whether there is a bar to scroll by
     * @param onScrolling given the pane once there is one
     */
    Sideways(Region content, boolean showsBar, Consumer<ScrollPane> onScrolling) {
        this.content = content;
        this.showsBar = showsBar;
        this.onScrolling = onScrolling;
        getChildren().add(content);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(content.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = snapSizeY(content.prefHeight(-1));
        return showsBar && width >= 0 && isTooWideFor(width) ? height + BAR : height;
    }

    @Override
    protected void layoutChildren() {
        var child = getManagedChildren().getFirst();
        child.resizeRelocate(0, 0, getWidth(), getHeight());
        if (!(child instanceof ScrollPane) && isTooWideFor(getWidth())) {
            // not while this is being laid out
            Fx.later(this::scroll);
        }
    }

    private boolean isTooWideFor(double width) {
        return content.prefWidth(-1) > width + 1;
    }

    private void scroll() {
        if (getChildren().contains(content)) {
            var pane = new ScrollPane();
            pane.getStyleClass().add(TranscriptStyles.SIDEWAYS);
            pane.setVbarPolicy(ScrollBarPolicy.NEVER);
            pane.setHbarPolicy(showsBar ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
            pane.setFocusTraversable(false);
            getChildren().setAll(pane);
            pane.setContent(content);
            onScrolling.accept(pane);
        }
    }
}
