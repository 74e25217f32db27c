package dev.ponder.ui.chat;

import javafx.beans.InvalidationListener;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A text area that is as high as its text, up to a number of lines. */
final class GrowingTextArea extends TextArea {

    private static final int LINES = 8;
    private static final double TEXT_GAP = 16;

    private final Text ruler = new Text();

    GrowingTextArea() {
        setWrapText(true);
        setPrefRowCount(1);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
        InvalidationListener measure = _ -> measure();
        textProperty().addListener(measure);
        widthProperty().addListener(measure);
        fontProperty().addListener(measure);
    }

    private void measure() {
        ruler.setFont(getFont());
        ruler.setText("x");
        double line = ruler.getLayoutBounds().getHeight();
        ruler.setWrappingWidth(
                Math.max(1, getWidth() - getInsets().getLeft() - getInsets().getRight() - TEXT_GAP));
        // a text that ends with a line break has one line more than letters
        ruler.setText(getText().isEmpty() || getText().endsWith("\n") ? getText() + "x" : getText());
        double text = ruler.getLayoutBounds().getHeight();
        ruler.setWrappingWidth(0);
        setPrefHeight(Math.ceil(Math.min(text, LINES * line) + TEXT_GAP));
    }
}
