package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.LazyPane;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.transcript.ThoughtPane.Header;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/**
 * The header of a thought: a chevron, how long and how much, who decided; while it streams, how much of its budget is
 * used up, and its last lines.
 */
final class ThoughtHeadView extends VBox {

    /** What its buttons do. */
    record Actions(Runnable toggle, Runnable copy, Runnable redo) {}

    private final ObservableValue<Header> header;
    private final Actions actions;

    /** Bound and not listened to, so that the header can outlive this view. */
    private final DoubleProperty spent = new SimpleDoubleProperty(-1);

    ThoughtHeadView(ObservableValue<Header> header, Actions actions) {
        this.header = header;
        this.actions = actions;
        getStyleClass().add(TranscriptStyles.THOUGHT_HEAD);
        getChildren()
                .addAll(
                        title(),
                        shown(header.map(now -> now.spent() >= 0), this::budget),
                        shown(header.map(now -> !now.remark().isEmpty()), this::remark),
                        shown(header.map(Header::isPeeking), this::tail));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                actions.toggle().run();
            }
        });
    }

    private HBox title() {
        var status = new Label();
        status.textProperty().bind(header.map(Header::status));
        status.getStyleClass().add(TranscriptStyles.THOUGHT_STATUS);
        status.setMinWidth(0);
        status.setTextOverrun(OverrunStyle.ELLIPSIS);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var copy = shown(
                header.map(now -> now.isOpen() && !now.isStreaming()),
                () -> Buttons.forMouse(Buttons.copy(Texts.of("transcript.thought.copy"), actions.copy())));
        var auto = shown(
                header.map(now -> now.auto() != null), () -> new AutoChip(header.map(Header::auto), actions.redo()));
        var title = new HBox(chevron(), status, auto, space, copy);
        title.getStyleClass().add(TranscriptStyles.THOUGHT_TITLE);
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    private Button chevron() {
        var button = Buttons.forMouse(Buttons.icon(Feather.CHEVRON_RIGHT, "", actions.toggle()));
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

    /** A thin bar that fills up; it goes when the thought ends. */
    private Region budget() {
        var fill = new Region();
        fill.getStyleClass().add(TranscriptStyles.BUDGET_FILL);
        fill.setManaged(false);
        var bar = new StackPane(fill);
        bar.getStyleClass().add(TranscriptStyles.BUDGET);
        Runnable place = () -> fill.resizeRelocate(0, 0, bar.getWidth() * Math.max(0, spent.get()), bar.getHeight());
        bar.widthProperty().subscribe(place);
        bar.heightProperty().subscribe(place);
        spent.bind(header.map(Header::spent));
        spent.subscribe(place);
        bar.accessibleTextProperty().bind(header.map(Header::status));
        return bar;
    }

    private Region remark() {
        return new WrappedText(header.map(Header::remark), TranscriptStyles.THOUGHT_REMARK);
    }

    private Region tail() {
        var text = new WrappedText(header.map(Header::tail), TranscriptStyles.THOUGHT_TAIL_TEXT);
        text.setMinHeight(USE_PREF_SIZE);
        var fade = new Region();
        fade.getStyleClass().add(TranscriptStyles.THOUGHT_FADE);
        fade.setMouseTransparent(true);
        var tail = new StackPane(text, fade);
        tail.setAlignment(Pos.BOTTOM_LEFT);
        tail.setClip(window(tail));
        tail.getStyleClass().add(TranscriptStyles.THOUGHT_TAIL);
        return tail;
    }

    /** Most thoughts are over and folded, and all that is there is styled anew whenever the text moves. */
    private static LazyPane shown(ObservableValue<Boolean> when, Supplier<? extends Node> part) {
        var pane = new LazyPane(part);
        pane.visibleProperty().bind(when);
        pane.managedProperty().bind(when);
        return pane;
    }

    /** Its size is the style's, whatever the text's, so that nothing below it jumps. */
    private static Rectangle window(Region region) {
        var window = new Rectangle();
        window.widthProperty().bind(region.widthProperty());
        window.heightProperty().bind(region.heightProperty());
        return window;
    }
}
