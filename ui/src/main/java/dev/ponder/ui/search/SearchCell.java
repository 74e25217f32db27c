package dev.ponder.ui.search;

import dev.ponder.resources.Texts;
import dev.ponder.search.Snippet;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row of what was found: where, when, and the words around it with what was found marked. */
final class SearchCell extends ListCell<@Nullable SearchRow> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private final ZoneId zone;

    SearchCell(ZoneId zone, Consumer<SearchRow> onChosen) {
        this.zone = zone;
        // as wide as the list, however long the text
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            var row = getItem();
            if (row != null) {
                onChosen.accept(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable SearchRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        switch (row) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case SearchRow.Title(var hit) -> {
                setGraphic(line(Feather.MESSAGE_SQUARE, flow(hit.title(), Styles.SEARCH_TITLE), hit.updated()));
                setAccessibleText(Texts.of("search.title.name", hit.title().text()));
            }
            case SearchRow.Said(var hit) -> {
                var title = new Label(hit.title().strip().replaceAll("\\s+", " "));
                title.getStyleClass().add(Styles.SEARCH_TITLE);
                var icon = hit.inThought() ? Feather.CLOUD : hit.byUser() ? Feather.USER : Feather.CORNER_DOWN_RIGHT;
                setGraphic(new VBox(line(icon, title, hit.said()), flow(hit.snippet(), Styles.SEARCH_SNIPPET)));
                setAccessibleText(Texts.of(
                        hit.inThought() ? "search.thought.name" : "search.message.name",
                        hit.title(),
                        hit.snippet().text()));
            }
        }
    }

    private HBox line(Feather icon, Region title, Instant when) {
        var day = new Label(DAY.format(when.atZone(zone)));
        day.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        day.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(Icons.of(icon), title, day);
        line.getStyleClass().add(Styles.SEARCH_LINE);
        return line;
    }

    private static TextFlow flow(Snippet snippet, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add(style);
        var text = snippet.text();
        boolean areMixed = Words.areMixed(text);
        int from = 0;
        for (var mark : snippet.marks()) {
            flow.getChildren().addAll(runs(text.substring(from, mark.start()), areMixed, Styles.RUN));
            flow.getChildren().addAll(runs(text.substring(mark.start(), mark.end()), areMixed, Styles.SEARCH_MARK));
            from = mark.end();
        }
        flow.getChildren().addAll(runs(text.substring(from), areMixed, Styles.RUN));
        return flow;
    }

    private static List<Text> runs(String text, boolean areMixed, String style) {
        var runs = new ArrayList<Text>();
        for (var piece : Words.of(text, areMixed)) {
            if (!piece.isEmpty() && !Words.isInvisible(piece)) {
                var run = new Text(piece);
                run.getStyleClass().add(style);
                runs.add(run);
            }
        }
        return runs;
    }
}
