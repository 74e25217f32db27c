package dev.ponder.ui.models;

import dev.ponder.models.fit.FitLine;
import dev.ponder.models.fit.MemoryNeed;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What a model takes of each device's memory, added up line by line. */
final class ArithmeticView extends GridPane {

    private static final double GIBI = 1L << 30;

    private int row;

    ArithmeticView(MemoryNeed need) {
        getStyleClass().add(Styles.ARITHMETIC);
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, numbers);
        var device = "";
        for (var line : need.lines()) {
            if (!line.device().equals(device)) {
                device = line.device();
                head(device);
            }
            add(line);
        }
    }

    private void head(String device) {
        var label = new Label(FitWords.device(device));
        label.getStyleClass().add(Styles.CONVERSATION_HEADING);
        add(label, 0, row++, 2, 1);
    }

    private void add(FitLine line) {
        boolean sum = line.term() == FitLine.Term.TOTAL || line.term() == FitLine.Term.LEFT;
        if (sum) {
            add(new Separator(), 0, row++, 2, 1);
        }
        var name = new Label(FitWords.term(line.term()));
        var number = new Label(Texts.of("fit.line.number", line.bytes() / GIBI));
        number.setMinWidth(USE_PREF_SIZE);
        if (sum) {
            name.getStyleClass().add(Styles.HEADING);
            number.getStyleClass().add(Styles.HEADING);
        }
        if (line.term() == FitLine.Term.LEFT) {
            number.getStyleClass().add(line.bytes() < 0 ? Styles.BAD : Styles.GOOD);
        }
        addRow(row++, name, number);
    }
}
