package dev.ponder.ui.chat;

import dev.ponder.chat.Queued;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The messages that wait, above the composer. */
final class QueueView extends VBox {

    private final MessageQueue queue;

    QueueView(MessageQueue queue) {
        this.queue = queue;
        setId("queue");
        getStyleClass().add(Styles.QUEUE);
        queue.waiting().subscribe(this::update);
        update();
    }

    private void update() {
        getChildren().setAll(queue.waiting().stream().map(this::row).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Node row(Queued queued) {
        int files = queued.said().enclosed().attachments().size();
        var text = queued.said().text().strip().replaceAll("\\s+", " ");
        var label = new Label(text, Icons.of(Feather.CLOCK));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        label.setAccessibleText(Texts.of("writing.queue.name", text));
        HBox.setHgrow(label, Priority.ALWAYS);
        var row = new HBox(label);
        if (files > 0) {
            var enclosed = new Label(Texts.of("writing.queue.files", files));
            enclosed.getStyleClass().add(Styles.MUTED);
            enclosed.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(enclosed);
        }
        row.getChildren()
                .addAll(
                        Icons.button(Feather.EDIT_2, Texts.of("writing.queue.edit"), () -> queue.edit(queued)),
                        Icons.button(Feather.X, Texts.of("writing.queue.remove"), () -> queue.remove(queued)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.QUEUED);
        return row;
    }
}
