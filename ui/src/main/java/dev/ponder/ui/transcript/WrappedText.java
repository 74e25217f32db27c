package dev.ponder.ui.transcript;

import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A wrapping text inside a block; a label would fail on Arabic, see {@link Words}. */
final class WrappedText extends TextFlow {

    /** Its binding ends with it, unlike a listener of the text. */
    private final Text following = new Text();

    WrappedText(String text, String style) {
        this(style);
        set(text);
    }

    /** Follows a text. Holds no strong reference from it, so that the block can be forgotten. */
    WrappedText(ObservableValue<String> text, String style) {
        this(style);
        following.textProperty().bind(text);
        following.textProperty().subscribe(this::set);
    }

    private WrappedText(String style) {
        getStyleClass().addAll(TranscriptStyles.WRAPPED, style);
    }

    private void set(String text) {
        getChildren().setAll(Words.of(text).stream().map(WrappedText::run).toList());
    }

    private static Text run(String word) {
        var run = new Text(word);
        run.getStyleClass().add(TranscriptStyles.RUN);
        return run;
    }
}
