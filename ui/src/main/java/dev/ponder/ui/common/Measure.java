package dev.ponder.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;

/**
 * The measure, as typographers call it: how wide a line is that is read with ease, 72 digits in the font of a message. To be
 * put where it inherits that font; nobody sees it.
 */
public final class Measure extends Text {

    private static final int DIGITS = 72;

    /** Makes one. */
    public Measure() {
        super("0".repeat(DIGITS));
        getStyleClass().add(Styles.MEASURE);
        setVisible(false);
        setManaged(false);
    }

    /** In whole pixels. */
    public ObservableValue<Double> widthProperty() {
        return layoutBoundsProperty().map(bounds -> Math.ceil(bounds.getWidth()));
    }
}
