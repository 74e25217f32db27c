package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.transcript.ThoughtPane.Header;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The header of a thought: a chevron, how long and how much, copy and fold; while it streams, its last lines. */
final class ThoughtHeadView extends VBox {

    ThoughtHeadView(ObservableValue<Header> header, Runnable onToggle, Runnable onCopy) {
        getStyleClass().add(TranscriptStyles.THOUGHT_HEAD);
        getChildren().addAll(title(header, onToggle, onCopy), tail(header));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                onToggle.run();
            }
        });
    }

    private static HBox title(ObservableValue<Header> header, Runnable onToggle, Runnable onCopy) {
        var status = new Label();
        status.textProperty().bind(header.map(Header::status));
        status.getStyleClass().add(TranscriptStyles.THOUGHT_STATUS);
        status.setMinWidth(0);
        status.setTextOverrun(OverrunStyle.ELLIPSIS);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var copy = Buttons.forMouse(Buttons.copy(Texts.of("transcript.thought.copy"), onCopy));
        copy.visibleProperty().bind(header.map(Header::isOpen));
        var title = new HBox(chevron(header, onToggle), status, space, copy);
        title.getStyleClass().add(TranscriptStyles.THOUGHT_TITLE);
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    private static Button chevron(ObservableValue<Header> header, Runnable onToggle) {
        var button = Buttons.forMouse(Buttons.icon(Feather.CHEVRON_RIGHT, "", onToggle));
        button.getStyleClass().add(TranscriptStyles.THOUGHT_CHEVRON);
        button.accessibleTextProperty()
                .bind(header.map(
                        shown -> Texts.of(shown.isOpen() ? "transcript.thought.fold" : "transcript.thought.open")));
        button.getTooltip().textProperty().bind(button.accessibleTextProperty());
        if (button.getGraphic() instanceof FontIcon icon) {
            icon.iconCodeProperty()
                    .bind(header.map(shown -> shown.isOpen() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        }
        return button;
    }

    private static Region tail(ObservableValue<Header> header) {
        var text = new WrappedText(header.map(Header::tail), TranscriptStyles.THOUGHT_TAIL_TEXT);
        text.setMinHeight(USE_PREF_SIZE);
        var fade = new Region();
        fade.getStyleClass().add(TranscriptStyles.THOUGHT_FADE);
        fade.setMouseTransparent(true);
        var tail = new StackPane(text, fade);
        tail.setAlignment(Pos.BOTTOM_LEFT);
        tail.setClip(window(tail));
        tail.getStyleClass().add(TranscriptStyles.THOUGHT_TAIL);
        tail.visibleProperty().bind(header.map(Header::isPeeking));
        tail.managedProperty().bind(header.map(Header::isPeeking));
        return tail;
    }

    /** Its size is the style's, whatever the text's, so that nothing below it jumps. */
    private static Rectangle window(Region region) {
        var window = new Rectangle();
        window.widthProperty().bind(region.widthProperty());
        window.heightProperty().bind(region.heightProperty());
        return window;
    }
}
