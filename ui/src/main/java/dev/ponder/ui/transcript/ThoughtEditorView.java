package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Changes a thought from which the model is to think on. Keys and clicks in it are its own, not the document's. */
final class ThoughtEditorView extends VBox {

    private static final int FEWEST_ROWS = 4;
    private static final int MOST_ROWS = 14;
    private static final int COLUMNS = 64;

    private final BlockLine.ThoughtEditor line;
    private final Requests requests;
    private final TextArea text = new TextArea();

    ThoughtEditorView(BlockLine.ThoughtEditor line, Requests requests) {
        this.line = line;
        this.requests = requests;
        getStyleClass().add(TranscriptStyles.THOUGHT_EDITOR);
        text.setText(line.draft);
        text.setPrefRowCount(Math.clamp(rows(line.draft), FEWEST_ROWS, MOST_ROWS));
        text.setAccessibleText(Texts.of("transcript.edit.name"));
        text.setWrapText(true);
        text.textProperty().subscribe(now -> line.draft = now);
        getChildren().addAll(text, buttons());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                text.requestFocus();
            }
        });
    }

    private static int rows(String draft) {
        return (int)
                draft.lines().mapToLong(each -> 1 + each.length() / COLUMNS).sum();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            requests.editThought(line.messageId, false);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            thinkOn();
            event.consume();
        }
    }

    private void thinkOn() {
        requests.thinkOn(line.messageId, line.draft);
    }

    private HBox buttons() {
        var hint = new Label(Texts.of("transcript.edit.hint"));
        hint.getStyleClass().add(TranscriptStyles.BAR_LABEL);
        hint.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var cancel = new Button(Texts.of("transcript.edit.cancel"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> requests.editThought(line.messageId, false));
        var go = new Button(Texts.of("transcript.edit.go"));
        go.setMinWidth(USE_PREF_SIZE);
        go.getStyleClass().add("accent");
        go.setOnAction(_ -> thinkOn());
        var row = new HBox(hint, space, cancel, go);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setSpacing(8);
        return row;
    }
}
