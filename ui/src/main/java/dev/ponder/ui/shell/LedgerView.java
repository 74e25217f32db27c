package dev.ponder.ui.shell;

import dev.ponder.chat.Ledger;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
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

    LedgerView(ObservableValue<@Nullable Ledger> usage) {
        getStyleClass().add(Styles.LEDGER);
        var title = new Label(Texts.of("ledger.title.text"));
        title.getStyleClass().add(Styles.HEADING);
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, numbers);
        var note = new WrappedText(Texts.of("ledger.note.text"), Styles.MUTED, Styles.SMALL);
        getChildren().addAll(title, grid, note);
        usage.subscribe(this::show);
    }

    private void show(@Nullable Ledger ledger) {
        grid.getChildren().clear();
        if (ledger == null) {
            return;
        }
        add(Texts.of("ledger.part.system"), ledger.system());
        add(Texts.of("ledger.part.past"), ledger.pastTurns());
        add(Texts.of("ledger.part.turn"), ledger.thisTurn());
        add(Texts.of("ledger.part.overhead"), ledger.overhead());
        addSum(Texts.of("ledger.part.used"), ledger.promptTokens());
        add(Texts.of("ledger.part.thinking"), ledger.reservedForThinking());
        add(Texts.of("ledger.part.answer"), ledger.reservedForAnswer());
        add(Texts.of("ledger.part.free"), Math.max(0, ledger.free()));
        addSum(Texts.of("ledger.part.size"), ledger.contextSize());
    }

    private void add(String name, int tokens) {
        grid.addRow(grid.getRowCount(), new Label(name), new Label(Texts.of("ledger.tokens.number", tokens)));
    }

    /** What the rows above it come to. */
    private void addSum(String name, int tokens) {
        grid.add(new Separator(), 0, grid.getRowCount(), 2, 1);
        add(name, tokens);
        grid.getChildren()
                .subList(grid.getChildren().size() - 2, grid.getChildren().size())
                .forEach(cell -> cell.getStyleClass().add(Styles.HEADING));
    }
}
