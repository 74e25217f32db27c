package dev.ponder.ui.models;

import dev.ponder.downloads.net.Connection;
import dev.ponder.downloads.net.Purpose;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every connection that Ponder ever made: when, with whom, why, how much came, and how it ended. */
final class ConnectionsView extends StackPane {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM);
    private static final String GOOD = "2";

    private final ZoneId zone;

    ConnectionsView(ConnectionsViewModel connections, ZoneId zone) {
        this.zone = zone;
        var list = new ListView<>(connections.connections());
        list.setId("connections");
        list.getStyleClass().add(Styles.CONNECTIONS);
        list.setAccessibleText(Texts.of("connections.list.name"));
        list.setCellFactory(_ -> new Cell());
        var none = new WrappedText(Texts.of("connections.list.empty"), Styles.MUTED);
        none.getStyleClass().add(Styles.NOTHING);
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        var text = Chips.beside(Texts.of("connections.page.text"));
        var again = Chips.button(Texts.of("connections.page.again"), Feather.REFRESH_CW, connections::refresh);
        var head = new HBox(text, again);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(Styles.LINE);
        var column = new VBox(head, list);
        column.getStyleClass().addAll(Styles.PAGE_COLUMN, Styles.CONNECTIONS_COLUMN);
        setAlignment(Pos.TOP_CENTER);
        getChildren().add(column);
    }

    private static String purpose(Purpose purpose) {
        return switch (purpose) {
            case LISTING -> Texts.of("connections.purpose.listing");
            case RESOLVE -> Texts.of("connections.purpose.resolve");
            case DOWNLOAD -> Texts.of("connections.purpose.download");
            case REPAIR -> Texts.of("connections.purpose.repair");
        };
    }

    private final class Cell extends ListCell<@Nullable Connection> {

        private final Label host = Chips.heading("");
        private final Label why = Chips.small("");
        private final Label when = Chips.small("");
        private final Label bytes = new Label();
        private final Label outcome = Chips.chip("");
        private final HBox row;

        Cell() {
            why.setMinWidth(0);
            var left = new VBox(host, why);
            left.setMinWidth(0);
            HBox.setHgrow(left, Priority.ALWAYS);
            var right = new VBox(bytes, when);
            right.setAlignment(Pos.CENTER_RIGHT);
            right.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(left, outcome, right);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add(Styles.LINE);
            // as wide as the list, or long names would make it scroll sideways
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Connection connection, boolean empty) {
            super.updateItem(connection, empty);
            if (empty || connection == null) {
                setGraphic(null);
                return;
            }
            host.setText(connection.host());
            why.setText(Texts.of("connections.row.why", purpose(connection.purpose()), connection.what()));
            why.setTooltip(new Tooltip(connection.what()));
            when.setText(WHEN.format(connection.when().atZone(zone)));
            bytes.setText(Sizes.bytes(connection.bytes()));
            outcome.setText(connection.outcome());
            outcome.getStyleClass().removeAll(Styles.BAD);
            if (!connection.outcome().startsWith(GOOD) && !connection.outcome().startsWith("3")) {
                outcome.getStyleClass().add(Styles.BAD);
            }
            setGraphic(row);
            setAccessibleText(Texts.of(
                    "connections.row.name",
                    when.getText(),
                    connection.host(),
                    why.getText(),
                    bytes.getText(),
                    connection.outcome()));
        }
    }
}
