package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Says what was decided about thinking, why on a closer look, and offers the other way. */
final class AutoChip extends HBox {

    /** Bound and not listened to, so that what it follows can outlive this. */
    private final ObjectProperty<@Nullable AutoNote> note = new SimpleObjectProperty<>();

    private final Label label = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final Button redo = Buttons.forMouse(new Button());

    AutoChip(ObservableValue<@Nullable AutoNote> followed, Runnable onRedo) {
        getStyleClass().add(TranscriptStyles.AUTO);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add(TranscriptStyles.AUTO_TEXT);
        label.setTooltip(tooltip);
        redo.getStyleClass().addAll(TranscriptStyles.FLAT, TranscriptStyles.AUTO_REDO);
        redo.setOnAction(_ -> onRedo.run());
        getChildren().addAll(label, redo);
        note.bind(followed);
        note.subscribe(this::show);
    }

    private void show(@Nullable AutoNote note) {
        setVisible(note != null);
        setManaged(note != null);
        if (note == null) {
            return;
        }
        label.setText(Texts.of(note.thought() ? "transcript.auto.thought" : "transcript.auto.direct"));
        tooltip.setText(note.reason());
        label.setAccessibleText(label.getText() + ". " + note.reason());
        redo.setText(Texts.of(note.thought() ? "transcript.auto.redodirect" : "transcript.auto.redothinking"));
        redo.setVisible(note.canRedo());
        redo.setManaged(note.canRedo());
    }
}
