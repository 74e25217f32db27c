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

/** Whether the model thinks before it answers: Off, Auto or On; or why that cannot be chosen. */
final class ThinkingControl extends HBox {

    private final ComposerViewModel composer;
    private final Segments<ThinkingChoice> choice = new Segments<>(
            List.of(ThinkingChoice.OFF, ThinkingChoice.AUTO, ThinkingChoice.ON),
            ThinkingControl::text,
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
        getChildren().addAll(label, choice, note());
        // on this box, since a disabled button shows none
        Tooltip.install(this, tooltip);
        composer.thinkingProperty().subscribe(this::update);
        composer.abilityProperty().subscribe(this::update);
        composer.abilityReasonProperty().subscribe(this::update);
        update();
        choice.valueProperty().subscribe((_, chosen) -> {
            if (!choice.isDisabled()) {
                composer.thinkingProperty().set(chosen);
            }
        });
    }

    /** What a choice is called. */
    static String text(ThinkingChoice choice) {
        return switch (choice) {
            case OFF -> Texts.of("composer.thinking.off");
            case AUTO -> Texts.of("composer.thinking.auto");
            case ON -> Texts.of("composer.thinking.on");
        };
    }

    private Label note() {
        var note = new Label();
        note.setId("thinking-note");
        note.getStyleClass().addAll(Styles.MUTED, Styles.SMALL, Styles.THINKING_NOTE);
        note.setMinWidth(0);
        note.textProperty().bind(composer.abilityNoteProperty());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        return note;
    }

    private void update() {
        choice.setDisable(composer.abilityProperty().get() != Thinking.SWITCHABLE);
        choice.valueProperty().set(composer.choice());
        var reason = composer.abilityReasonProperty().get();
        tooltip.setText(reason.isEmpty() ? Texts.of("composer.thinking.hint") : reason);
        choice.setAccessibleHelp(tooltip.getText());
    }
}
