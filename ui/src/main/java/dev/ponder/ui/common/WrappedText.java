package dev.ponder.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A text that wraps, whoever wrote it. Everything that wraps is one of these: a wrapping label would fail on Arabic, see
 * {@link Words}. Belongs to the JavaFX thread.
 */
public final class WrappedText extends TextFlow {

    /** Its binding ends with it, unlike a listener of the text. */
    private final Text following = new Text();

    /**
     * A text that stays.
     *
     * @param styles style classes; those of text colour, size and weight work as they do on a label
     */
    public WrappedText(String text, String... styles) {
        this(styles);
        set(text);
    }

    /** A text that follows another one. Holds no strong reference from it, so that this node can be forgotten. */
    public WrappedText(ObservableValue<String> text, String... styles) {
        this(styles);
        following.textProperty().bind(text);
        following.textProperty().subscribe(this::set);
    }

    private WrappedText(String... styles) {
        getStyleClass().add(Styles.WRAPPED);
        getStyleClass().addAll(styles);
        setMinHeight(USE_PREF_SIZE);
    }

    private void set(String text) {
        getChildren().setAll(Words.of(text).stream().map(WrappedText::run).toList());
        setAccessibleText(text);
    }

    private static Text run(String word) {
        var run = new Text(word);
        run.getStyleClass().add(Words.isInvisible(word) ? Styles.INVISIBLE : Styles.RUN);
        return run;
    }
}
