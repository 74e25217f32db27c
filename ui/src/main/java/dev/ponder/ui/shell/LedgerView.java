package dev.ponder.ui.shell;

import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ContextUsage;
import dev.ponder.ui.common.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the context holds, in tokens. */
final class LedgerView extends VBox {

    private final GridPane grid = new GridPane();

    LedgerView(ObservableValue<@Nullable ContextUsage> usage) {
        getStyleClass().add(Styles.LEDGER);
        var title = new Label(Texts.of("ledger.title.text"));
        title.getStyleClass().add(Styles.HEADING);
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, numbers);
        var note = new Label(Texts.of("ledger.note.text"));
        note.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        note.setWrapText(true);
        getChildren().addAll(title, grid, note);
        usage.subscribe(this::show);
    }

    private void show(@Nullable ContextUsage usage) {
        grid.getChildren().clear();
        if (usage == null) {
            return;
        }
        int row = 0;
        for (var part : usage.parts()) {
            if (part.tokens() > 0) {
                add(row++, text(part.kind()), part.tokens());
            }
        }
        add(row++, Texts.of("ledger.part.free"), usage.free());
        grid.add(new Separator(), 0, row++, 2, 1);
        add(row, Texts.of("ledger.part.size"), usage.size());
    }

    private void add(int row, String name, int tokens) {
        grid.add(new Label(name), 0, row);
        grid.add(new Label(Texts.of("ledger.tokens.number", tokens)), 1, row);
    }

    private static String text(ContextUsage.Kind kind) {
        return switch (kind) {
            case SYSTEM -> Texts.of("ledger.part.system");
            case FILES -> Texts.of("ledger.part.files");
            case HISTORY -> Texts.of("ledger.part.history");
            case TURN -> Texts.of("ledger.part.turn");
            case RESERVED_THINKING -> Texts.of("ledger.part.thinking");
            case RESERVED_ANSWER -> Texts.of("ledger.part.answer");
        };
    }
}
