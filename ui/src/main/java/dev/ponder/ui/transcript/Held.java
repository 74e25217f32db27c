package dev.ponder.ui.transcript;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Holds what a block line draws. The text control takes regions off the scene and puts them back in every layout; that
 * applies styles anew, which asks for layout, which the control answers with another layout, and so on in every frame. So
 * what is inside lays itself out, and the control only hears where its height has become another.
 */
final class Held extends Region {

    /** A height that differs by less is the same, in pixels. */
    private static final double SAME = 0.5;

    private final StackPane inside;

    Held(Region block) {
        inside = new Inside(block);
        // what is not managed is laid out without its parents
        inside.setManaged(false);
        getChildren().add(inside);
    }

    /** None: nothing of it is a matter of style, and looking for what might be takes time whenever it is put back. */
    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return List.of();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return inside.minWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return inside.minHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return inside.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return inside.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        inside.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private final class Inside extends StackPane {
        Inside(Region block) {
            getChildren().add(block);
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (getWidth() > 0 && Math.abs(prefHeight(getWidth()) - getHeight()) > SAME) {
                Held.this.requestLayout();
            }
        }
    }
}
