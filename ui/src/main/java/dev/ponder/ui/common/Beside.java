package dev.ponder.ui.common;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A text and what can be done about it, side by side; where the text would get too narrow, one below the other. The text
 * says by its least width how narrow that is.
 */
public final class Beside extends Region {

    private static final double GAP = 12;
    private static final double GAP_BELOW = 8;

    private final Region text;
    private final HBox controls;

    /**
     * Puts controls beside a text.
     *
     * @param text wraps; gets what room is left
     * @param controls from left to right
     */
    public Beside(Region text, Node... controls) {
        this.text = text;
        this.controls = new HBox(GAP_BELOW, controls);
        this.controls.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(text, this.controls);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean fits(double width) {
        double least = Math.min(text.prefWidth(-1), text.minWidth(-1));
        return controls.getChildren().isEmpty() || least + GAP + controls.prefWidth(-1) <= width;
    }

    private double besideControls(double width) {
        return controls.getChildren().isEmpty() ? width : width - GAP - controls.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        var insets = getInsets();
        return insets.getLeft() + insets.getRight() + Math.max(text.minWidth(-1), controls.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        var insets = getInsets();
        return insets.getLeft() + insets.getRight() + text.prefWidth(-1) + GAP + controls.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        var insets = getInsets();
        double inner = (width < 0 ? prefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        double height = fits(inner)
                ? Math.max(text.prefHeight(besideControls(inner)), controls.prefHeight(-1))
                : text.prefHeight(inner) + GAP_BELOW + controls.prefHeight(inner);
        return snapSizeY(insets.getTop() + height + insets.getBottom());
    }

    @Override
    protected void layoutChildren() {
        var insets = getInsets();
        double x = insets.getLeft();
        double y = insets.getTop();
        double width = getWidth() - x - insets.getRight();
        double height = getHeight() - y - insets.getBottom();
        if (fits(width)) {
            double wide = controls.prefWidth(-1);
            place(text, x, y, besideControls(width), height);
            place(controls, x + width - wide, y, wide, height);
        } else {
            double own = text.prefHeight(width);
            text.resizeRelocate(x, y, width, own);
            controls.resizeRelocate(
                    x, y + own + GAP_BELOW, Math.min(width, controls.prefWidth(-1)), controls.prefHeight(width));
        }
    }

    /** In the middle of the height. */
    private void place(Region node, double x, double y, double width, double height) {
        double own = node.prefHeight(width);
        node.resizeRelocate(x, snapPositionY(y + (height - own) / 2), width, own);
    }
}
