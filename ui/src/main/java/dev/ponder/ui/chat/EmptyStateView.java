package dev.ponder.ui.chat;

import dev.ponder.resources.AppIcon;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What a conversation shows before its first message: four examples that any model here can do, sent by a click. */
final class EmptyStateView extends VBox {

    private static final double ICON = 56;
    private static final double HALF = 50;

    EmptyStateView(ChatViewModel chat) {
        getStyleClass().add(Styles.EMPTY);
        setAlignment(Pos.CENTER);
        var icon = new ImageView(new Image(AppIcon.address(128)));
        icon.setFitWidth(ICON);
        icon.setFitHeight(ICON);
        icon.setSmooth(true);
        var title = new Label(Texts.of("chat.empty.title"));
        title.getStyleClass().add(Styles.TITLE);
        var text = new WrappedText(chat.modelProperty().map(EmptyStateView::subtitle), Styles.MUTED);
        text.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(icon, title, text, examples(chat));
    }

    private static String subtitle(ModelState model) {
        return switch (model) {
            case ModelState.None() -> Texts.of("chat.empty.none");
            case ModelState.Loading(var name, var _) -> Texts.of("chat.empty.loading", name);
            case ModelState.Failed _ -> Texts.of("chat.empty.none");
            case ModelState.Ready(var facts) -> Texts.of("chat.empty.ready", facts.name());
        };
    }

    private static GridPane examples(ChatViewModel chat) {
        var grid = new GridPane();
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(HALF);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        var all = List.of(
                example(chat, "chat.example.sum", "chat.example.sumtitle"),
                example(chat, "chat.example.letters", "chat.example.letterstitle"),
                example(chat, "chat.example.prime", "chat.example.primetitle"),
                example(chat, "chat.example.repeat", "chat.example.repeattitle"));
        for (int i = 0; i < all.size(); i++) {
            grid.add(all.get(i), i % 2, i / 2);
        }
        return grid;
    }

    private static Button example(ChatViewModel chat, String key, String titleKey) {
        var question = Texts.of(key);
        var title = new Label(Texts.of(titleKey));
        title.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        var text = new Label(question);
        var button = new Button();
        button.setGraphic(new VBox(2, title, text));
        button.setAccessibleText(question);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add(Styles.EXAMPLE);
        button.setOnAction(_ -> chat.sendExample(question));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !(chat.modelProperty().get() instanceof ModelState.Ready)
                                || !chat.composer().reasonProperty().get().isEmpty(),
                        chat.modelProperty(),
                        chat.composer().reasonProperty()));
        return button;
    }
}
