package dev.ponder.ui.models;

import dev.ponder.models.catalog.ModelMode;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.CatalogService.Offer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Small labels and buttons that several parts of the page use. */
final class Chips {

    private Chips() {}

    /** A word in a rounded frame. */
    static Label chip(String text) {
        var chip = new Label(text);
        chip.getStyleClass().add(Styles.CHIP);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    /** A muted line of small text that does not wrap. */
    static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        return label;
    }

    /** A muted text that takes the room beside buttons, in the middle of their height. */
    static VBox beside(String text) {
        var box = new VBox(new WrappedText(text, Styles.MUTED));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add(Styles.HEADING);
        return heading;
    }

    /** A button with icon and text that keeps its width. */
    static Button button(String text, Feather icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** What a model does about thinking, or what it is for. */
    static String kind(Offer offer) {
        return ModelFilter.isCoder(offer)
                ? Texts.of("catalog.kind.coder")
                : mode(offer.model().mode());
    }

    private static String mode(ModelMode mode) {
        return switch (mode) {
            case HYBRID -> Texts.of("catalog.kind.hybrid");
            case INSTRUCT -> Texts.of("catalog.kind.instruct");
            case THINKING -> Texts.of("catalog.kind.thinking");
        };
    }
}
