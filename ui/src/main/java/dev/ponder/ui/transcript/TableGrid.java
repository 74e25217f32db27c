package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Words;
import dev.ponder.ui.markdown.Mark;
import dev.ponder.ui.markdown.RichText;
import dev.ponder.ui.transcript.AnswerBlock.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/** Some rows of a table. They scroll sideways where the column is narrower; all parts of a table together. */
final class TableGrid extends VBox {

    private final TableRows rows;
    private final Formulas formulas;
    private final Consumer<String> onLink;
    private final boolean fromTheRight;

    TableGrid(TableRows rows, Formulas formulas, Consumer<String> onLink) {
        this.rows = rows;
        this.formulas = formulas;
        this.onLink = onLink;
        fromTheRight = rows.isRightToLeft();
        var grid = new GridPane();
        grid.getStyleClass().add(TranscriptStyles.TABLE);
        if (rows.isFirst()) {
            addRow(grid, rows.table.header(), 0, TranscriptStyles.TABLE_HEADER);
        }
        for (int i = rows.from; i < rows.to; i++) {
            addRow(grid, rows.table.rows().get(i), i - rows.from + 1, TranscriptStyles.TABLE_CELL);
        }
        var sideways = new Sideways(grid, rows.isLast(), this::follow);
        sideways.setMaxWidth(USE_PREF_SIZE);
        getChildren().add(sideways);
        getStyleClass().add(TranscriptStyles.TABLE_BLOCK);
        setAlignment(fromTheRight ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
        setStyle(String.format(
                Locale.ROOT,
                "-fx-padding: %.2fem %.2fem %.2fem %.2fem;",
                rows.place.above(),
                fromTheRight ? rows.place.indent() : 0,
                rows.isLast() ? 0.3 : 0,
                fromTheRight ? 0 : rows.place.indent()));
    }

    /** A bidirectional binding holds both sides weakly, so the property can outlive this. */
    private void follow(ScrollPane scroll) {
        scroll.setHvalue(rows.scrolled.get());
        scroll.hvalueProperty().bindBidirectional(rows.scrolled);
    }

    private void addRow(GridPane grid, List<RichText> cells, int index, String style) {
        for (int column = 0; column < rows.widths.size(); column++) {
            var text = column < cells.size() ? cells.get(column) : RichText.EMPTY;
            var flow = flow(text, style);
            var alignment = rows.table.columns().get(column);
            flow.setTextAlignment(
                    switch (alignment) {
                        case LEFT -> fromTheRight ? TextAlignment.RIGHT : TextAlignment.LEFT;
                        case CENTER -> TextAlignment.CENTER;
                        case RIGHT -> fromTheRight ? TextAlignment.LEFT : TextAlignment.RIGHT;
                    });
            flow.getStyleClass().add(style);
            flow.setStyle(String.format(
                    Locale.ROOT,
                    "-fx-min-width: %1$.1fem; -fx-pref-width: %1$.1fem; -fx-max-width: %1$.1fem;",
                    rows.widths.get(column)));
            flow.setMinHeight(Region.USE_PREF_SIZE);
            grid.add(flow, fromTheRight ? rows.widths.size() - 1 - column : column, index);
        }
    }

    private TextFlow flow(RichText text, String box) {
        var style = box.equals(TranscriptStyles.TABLE_HEADER) ? TranscriptStyles.HEADER_RUN : TranscriptStyles.RUN;
        var nodes = new ArrayList<Node>();
        boolean areMixed = Words.areMixed(text.text());
        int done = 0;
        for (var run : text.runs()) {
            addRuns(nodes, text.text().substring(done, run.start()), areMixed, style);
            if (run.is(Mark.FORMULA)) {
                nodes.add(formula(run, areMixed));
            } else {
                int first = nodes.size();
                addRuns(
                        nodes,
                        text.text().substring(run.start(), run.end()),
                        areMixed,
                        TranscriptStyles.of(run.marks(), style));
                if (run.is(Mark.LINK) || run.is(Mark.IMAGE)) {
                    nodes.subList(first, nodes.size())
                            .forEach(node -> node.setOnMouseClicked(_ -> onLink.accept(run.target())));
                }
            }
            done = run.end();
        }
        addRuns(nodes, text.text().substring(done), areMixed, style);
        var flow = new TextFlow(nodes.toArray(Node[]::new));
        flow.getStyleClass().add(TranscriptStyles.TABLE_TEXT);
        return flow;
    }

    private static void addRuns(List<Node> nodes, String text, boolean areMixed, String styles) {
        if (!text.isEmpty()) {
            for (var word : Words.of(Runs.inOrder(text), areMixed)) {
                if (!Words.isInvisible(word)) {
                    var run = new Text(word);
                    run.getStyleClass().addAll(styles.split(" ", -1));
                    nodes.add(run);
                }
            }
        }
    }

    private Node formula(RichText.Run run, boolean areMixed) {
        return FormulaView.of(run.target(), formulas, areMixed);
    }
}
