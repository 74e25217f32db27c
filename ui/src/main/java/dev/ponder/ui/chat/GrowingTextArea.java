package dev.ponder.ui.chat;

import dev.ponder.ui.common.Fx;
import java.text.Bidi;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** A text area that is as high as its text, up to a number of lines. */
final class GrowingTextArea extends TextArea {

    private static final int LINES = 8;

    /** Measures beside the skin, whose own content never reports less than what it was given. */
    private final Text ruler = new Text();

    GrowingTextArea() {
        // JavaFX 26 throws while it wraps text that runs from the right (PrismTextLayout.computeTrailingSpaceWidth);
        // such text stands here only for the moment until another area takes it
        setWrapText(true);
        textProperty().subscribe(this::wrapWhereThatIsSafe);
        // as the skin's own lines are measured
        ruler.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
        // what changes inside a scroll pane is not passed on to the parent's layout by itself
        InvalidationListener changed = _ -> requestLayout();
        textProperty().addListener(changed);
        widthProperty().addListener(changed);
        fontProperty().addListener(changed);
    }

    private void wrapWhereThatIsSafe() {
        if (runsFromTheRight()) {
            setWrapText(false);
        } else if (!isWrapText()) {
            // the skin still has the old text
            Fx.later(() -> setWrapText(!runsFromTheRight()));
        }
    }

    private boolean runsFromTheRight() {
        return Bidi.requiresBidi(getText().toCharArray(), 0, getText().length());
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!(lookup(".content") instanceof Region content)) {
            return super.computePrefHeight(width);
        }
        var padding = content.getInsets();
        ruler.setFont(getFont());
        double line = height("x", 0);
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        double wrapping = isWrapText() ? Math.max(1, room - padding.getLeft() - padding.getRight()) : 0;
        double text = height(getText(), wrapping);
        return Math.min(text, LINES * line) + padding.getTop() + padding.getBottom();
    }

    private double height(String text, double wrappingWidth) {
        ruler.setWrappingWidth(wrappingWidth);
        // an empty text, or one that ends with a line break, has one line more than letters
        ruler.setText(text.isEmpty() || text.endsWith("\n") ? text + "x" : text);
        return Math.ceil(ruler.getLayoutBounds().getHeight());
    }
}
