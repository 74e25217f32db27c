package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small buttons of a transcript. */
final class Buttons {

    private static final Duration CONFIRMATION = Duration.millis(1200);

    private Buttons() {}

    /** A button that shows an icon alone; the text is its name for a screen reader and its tooltip. */
    static Button icon(Feather icon, String text, Runnable action) {
        var button = new Button();
        button.setGraphic(Icons.inText(icon));
        button.getStyleClass().addAll(TranscriptStyles.FLAT, TranscriptStyles.BAR_BUTTON);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A button that copies something, and shows for a moment that it did. */
    static Button copy(String text, Runnable action) {
        var button = icon(Feather.COPY, text, action);
        var confirmation = new PauseTransition(CONFIRMATION);
        confirmation.setOnFinished(_ -> show(button, Feather.COPY, text));
        button.setOnAction(_ -> {
            action.run();
            show(button, Feather.CHECK, Texts.of("transcript.copied.tooltip"));
            confirmation.playFromStart();
        });
        return button;
    }

    private static void show(Button button, Feather icon, String text) {
        if (button.getGraphic() instanceof FontIcon graphic) {
            graphic.setIconCode(icon);
        }
        button.setAccessibleText(text);
        button.getTooltip().setText(text);
    }

    /** Makes a button one for the mouse only; in a paragraph, keys reach its action by the caret. */
    static Button forMouse(Button button) {
        button.setFocusTraversable(false);
        return button;
    }
}
