package dev.ponder.ui.shell;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** All keys and what they do. */
final class ShortcutSheet extends GridPane {

    private static final double COLUMN_GAP = 24;
    private static final double ROW_GAP = 8;

    ShortcutSheet() {
        setHgap(COLUMN_GAP);
        setVgap(ROW_GAP);
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        var keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(texts, keys);
        row(Texts.of("shortcut.send.text"), Texts.of("shortcut.send.key"));
        row(Texts.of("shortcut.break.text"), Texts.of("shortcut.break.key"));
        for (var shortcut : Shortcut.values()) {
            row(Texts.of(shortcut.textKey()), shortcut.display());
        }
        row(Texts.of("shortcut.rename.text"), Texts.of("shortcut.rename.key"));
        row(Texts.of("shortcut.delete.text"), Texts.of("shortcut.delete.key"));
    }

    private void row(String text, String key) {
        var cap = new Label(key);
        cap.getStyleClass().add(Styles.KEY_CAP);
        addRow(getRowCount(), new Label(text), cap);
    }
}
