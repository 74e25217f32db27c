package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Words;
import dev.ponder.ui.markdown.Block.Alignment;
import dev.ponder.ui.markdown.Mark;
import dev.ponder.ui.markdown.RichText;
import dev.ponder.ui.transcript.AnswerBlock.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/** Some rows of a table. They scroll sideways where the column is narrower; all parts of a table together. */
final class TableGrid extends VBox {

    private static final double BAR = 14;

    private final TableRows rows;
    private final Formulas formulas;
    private final Consumer<String> onLink;

    TableGrid(TableRows rows, Formulas formulas, Consumer<String> onLink) {
        this.rows = rows;
        this.formulas = formulas;
        this.onLink = onLink;
        var grid = new GridPane();
        grid.getStyleClass().add(TranscriptStyles.TABLE);
        if (rows.isFirst()) {
            addRow(grid, rows.table.header(), 0, TranscriptStyles.TABLE_HEADER);
        }
        for (int i = rows.from; i < rows.to; i++) {
            addRow(grid, rows.table.rows().get(i), i - rows.from + 1, TranscriptStyles.TABLE_CELL);
        }
        var scroll = new ScrollPane(grid);
        scroll.getStyleClass().add(TranscriptStyles.TABLE_SCROLL);
        scroll.setVbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(rows.isLast() ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        follow(scroll);
        getChildren().add(scroll);
        getStyleClass().add(TranscriptStyles.TABLE_BLOCK);
        setStyle(String.format(
                Locale.ROOT,
                "-fx-padding: %.2fem 0 %.2fem %.2fem;",
                rows.place.above(),
                rows.isLast() ? 0.3 : 0,
                rows.place.indent()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** A bar takes room of its own, or it would lie over the last row. */
    @Override
    protected double computePrefHeight(double width) {
        double height = super.computePrefHeight(width);
        double wanted = getManagedChildren().getFirst().prefWidth(-1);
        boolean scrolls =
                rows.isLast() && width > 0 && wanted > width - getInsets().getLeft();
        return scrolls ? height + BAR : height;
    }

    @Override
    protected void layoutChildren() {
        for (var child : getManagedChildren()) {
            var insets = getInsets();
            double room = getWidth() - insets.getLeft() - insets.getRight();
            double width = Math.min(room, snapSizeX(child.prefWidth(-1)));
            child.resizeRelocate(
                    insets.getLeft(), insets.getTop(), width, getHeight() - insets.getTop() - insets.getBottom());
        }
    }

    /** A bidirectional binding holds both sides weakly, so the property can outlive this. */
    private void follow(ScrollPane scroll) {
        scroll.setHvalue(rows.scrolled.get());
        scroll.hvalueProperty().bindBidirectional(rows.scrolled);
    }

    private void addRow(GridPane grid, List<RichText> cells, int index, String style) {
        for (int column = 0; column < rows.widths.size(); column++) {
            var text = column < cells.size() ? cells.get(column) : RichText.EMPTY;
            var flow = flow(text);
            var alignment = rows.table.columns().get(column);
            flow.setTextAlignment(
                    switch (alignment) {
                        case LEFT -> TextAlignment.LEFT;
                        case CENTER -> TextAlignment.CENTER;
                        case RIGHT -> TextAlignment.RIGHT;
                    });
            var cell = new StackPane(flow);
            cell.setAlignment(alignment == Alignment.RIGHT ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
            cell.getStyleClass().add(style);
            cell.setStyle(String.format(
                    Locale.ROOT,
                    "-fx-min-width: %1$.1fem; -fx-pref-width: %1$.1fem; -fx-max-width: %1$.1fem;",
                    rows.widths.get(column)));
            cell.setMinHeight(Region.USE_PREF_SIZE);
            grid.add(cell, column, index);
        }
    }

    private TextFlow flow(RichText text) {
        var nodes = new ArrayList<Node>();
        int done = 0;
        for (var run : text.runs()) {
            addRuns(nodes, text.text().substring(done, run.start()), TranscriptStyles.RUN);
            if (run.is(Mark.FORMULA)) {
                nodes.add(formula(run));
            } else {
                int first = nodes.size();
                addRuns(nodes, text.text().substring(run.start(), run.end()), TranscriptStyles.of(run.marks()));
                if (run.is(Mark.LINK) || run.is(Mark.IMAGE)) {
                    nodes.subList(first, nodes.size())
                            .forEach(node -> node.setOnMouseClicked(_ -> onLink.accept(run.target())));
                }
            }
            done = run.end();
        }
        addRuns(nodes, text.text().substring(done), TranscriptStyles.RUN);
        var flow = new TextFlow(nodes.toArray(Node[]::new));
        flow.getStyleClass().add(TranscriptStyles.TABLE_TEXT);
        return flow;
    }

    private static void addRuns(List<Node> nodes, String text, String styles) {
        if (!text.isEmpty()) {
            for (var word : Words.of(Runs.inOrder(text))) {
                if (!Words.isInvisible(word)) {
                    var run = new Text(word);
                    run.getStyleClass().addAll(styles.split(" ", -1));
                    nodes.add(run);
                }
            }
        }
    }

    private Node formula(RichText.Run run) {
        return FormulaView.of(run.target(), formulas);
    }
}
