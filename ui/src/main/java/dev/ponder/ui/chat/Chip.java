package dev.ponder.ui.chat;

import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Something small that goes with a message, with a name and buttons. */
final class Chip extends HBox {

    private static final double LONGEST = 260;

    /**
     * Makes a chip.
     *
     * @param name shortened in its middle where it is long
     * @param detail behind it; empty for none
     */
    Chip(Feather icon, String name, String detail) {
        getStyleClass().add(Styles.ENCLOSED);
        setAlignment(Pos.CENTER_LEFT);
        setMaxWidth(USE_PREF_SIZE);
        var label = new Label(name, Icons.of(icon));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(LONGEST);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(name));
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().add(label);
        if (!detail.isEmpty()) {
            var figures = new Label(detail);
            figures.getStyleClass().add(Styles.MUTED);
            figures.setMinWidth(USE_PREF_SIZE);
            getChildren().add(figures);
        }
    }

    /** Adds a button. */
    Chip with(Feather icon, String text, Runnable action) {
        Button button = Icons.button(icon, text, action);
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
        return this;
    }
}
