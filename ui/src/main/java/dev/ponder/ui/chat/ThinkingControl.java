package dev.ponder.ui.chat;

import dev.ponder.chat.ThinkingChoice;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Whether the model thinks before it answers: Off or On. */
final class ThinkingControl extends HBox {

    private final ComposerViewModel composer;
    private final Segments<Boolean> choice = new Segments<>(
            List.of(false, true),
            on -> Texts.of(on ? "composer.thinking.on" : "composer.thinking.off"),
            Texts.of("composer.thinking.name"));
    private final Tooltip tooltip = new Tooltip();

    ThinkingControl(ComposerViewModel composer) {
        this.composer = composer;
        getStyleClass().add(Styles.THINKING);
        setId("thinking");
        setAlignment(Pos.CENTER_LEFT);
        var label = new Label(Texts.of("composer.thinking.label"));
        label.getStyleClass().add(Styles.MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(label, choice);
        // on this box, since a disabled button shows none
        Tooltip.install(this, tooltip);
        composer.thinkingProperty().subscribe(this::update);
        composer.abilityProperty().subscribe(this::update);
        composer.abilityReasonProperty().subscribe(this::update);
        update();
        choice.valueProperty().subscribe((_, on) -> {
            if (!choice.isDisabled() && on != composer.thinks()) {
                composer.thinkingProperty().set(on ? ThinkingChoice.ON : ThinkingChoice.OFF);
            }
        });
    }

    private void update() {
        choice.setDisable(composer.abilityProperty().get() != Thinking.SWITCHABLE);
        choice.valueProperty().set(composer.thinks());
        var reason = composer.abilityReasonProperty().get();
        tooltip.setText(reason.isEmpty() ? Texts.of("composer.thinking.hint") : reason);
        choice.setAccessibleHelp(tooltip.getText());
    }
}
