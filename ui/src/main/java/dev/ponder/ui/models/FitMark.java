package dev.ponder.ui.models;

import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.SpeedEstimate;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Dropdown;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a file fits, in a few words and a colour; a click shows the arithmetic. */
final class FitMark extends Button {

    FitMark(Fit fit, Optional<SpeedEstimate> speed, String model) {
        var text = FitWords.label(fit.label());
        getStyleClass().addAll(Styles.FLAT, Styles.FIT_MARK, tone(fit));
        setText(text);
        setGraphic(dot());
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(Texts.of("fit.mark.name", model, text));
        setTooltip(new Tooltip(Texts.of("fit.mark.hint")));
        var dropdown = new Dropdown(popover(fit, speed, model));
        setOnAction(_ -> dropdown.toggle(this));
    }

    /** How a file fits, to be read alone. */
    static HBox plain(Fit fit) {
        var text = new Label(FitWords.label(fit.label()));
        text.getStyleClass().add(Styles.SMALL);
        var box = new HBox(dot(), text);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll(Styles.FIT_PLAIN, tone(fit));
        return box;
    }

    private static Region popover(Fit fit, Optional<SpeedEstimate> speed, String model) {
        var title = new Label(model);
        title.getStyleClass().add(Styles.HEADING);
        var about = new WrappedText(
                Texts.of(
                        "fit.popover.about",
                        Sizes.tokens(fit.plan().contextSize()),
                        fit.plan().cacheType()),
                Styles.MUTED,
                Styles.SMALL);
        var box = new VBox(title, about, new ArithmeticView(fit.need()));
        speed.ifPresent(found -> box.getChildren()
                .addAll(
                        new WrappedText(FitWords.speed(found)),
                        new WrappedText(FitWords.explanation(found), Styles.MUTED, Styles.SMALL)));
        box.getStyleClass().add(Styles.ARITHMETIC_BOX);
        return box;
    }

    private static String tone(Fit fit) {
        return switch (FitWords.tone(fit.label())) {
            case GOOD -> Styles.GOOD;
            case FAIR -> Styles.FAIR;
            case BAD -> Styles.BAD;
        };
    }

    private static Region dot() {
        var dot = new Region();
        dot.getStyleClass().add(Styles.FIT_DOT);
        return dot;
    }
}
