package dev.ponder.ui.transcript;

import java.util.Comparator;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.StyleHandlerRegistry;
import org.jspecify.annotations.Nullable;

/** The text control: read-only, wrapping, styled by classes, and copying exactly what was written. */
final class TranscriptArea extends RichTextArea {

    static final StyleHandlerRegistry STYLES = styles();

    /** How far a selection reaches over the column's edges. */
    private static final double OVERHANG = 8;

    /** Higher than any screen. */
    private static final double TALL = 100_000;

    /** Nobody sees less, in pixels. */
    private static final double NEAR_ENOUGH = 0.5;

    private final TranscriptDocument document;
    private @Nullable Pane content;

    TranscriptArea(TranscriptDocument document) {
        this.document = document;
        getStyleClass().add(TranscriptStyles.AREA);
        setEditable(false);
        setWrapText(true);
        getInputMap().registerFunction(Tag.COPY, this::copySelection);
    }

    private static StyleHandlerRegistry styles() {
        var builder = StyleHandlerRegistry.builder(styleHandlerRegistry);
        builder.setParHandler(TranscriptModel.LOOK, (_, cell, look) -> Decorations.decorate(cell, look));
        builder.setSegHandler(
                TranscriptModel.RUN,
                (_, cell, classes) -> cell.getNode().getStyleClass().addAll(classes.split(" ", -1)));
        return builder.build();
    }

    /**
     * Gives the text a column in the middle, and keeps the selection in it: the control would draw it from one side of
     * the window to the other.
     */
    void setColumn(double width, Insets padding) {
        setContentPadding(padding);
        if (lookup(".selection-highlight") instanceof Path selection) {
            selection.setClip(new Rectangle(padding.getLeft() - OVERHANG, -TALL, width + 2 * OVERHANG, 2 * TALL));
        }
    }

    @Override
    public StyleHandlerRegistry getStyleHandlerRegistry() {
        return STYLES;
    }

    /** Where the control puts its paragraphs. */
    private @Nullable Pane content() {
        if (content == null && lookup(".content") instanceof Pane found) {
            content = found;
        }
        return content;
    }

    /** The paragraphs that are on the screen, from top to bottom. */
    List<Region> cells() {
        var place = content();
        return place == null
                ? List.of()
                : place.getChildren().stream()
                        .filter(BorderPane.class::isInstance)
                        .map(Region.class::cast)
                        .sorted(Comparator.comparingDouble(Region::getLayoutY))
                        .toList();
    }

    /** Scrolls as a touchpad does, by pixels and no farther than what is laid out, and lays out what is seen then. */
    void scroll(double pixels) {
        scrollLater(pixels);
        layout();
    }

    /** The same with the next layout. */
    void scrollLater(double pixels) {
        var target = content();
        if (target != null && Math.abs(pixels) > NEAR_ENOUGH) {
            target.fireEvent(event(ScrollEvent.SCROLL_STARTED, 0));
            target.fireEvent(event(ScrollEvent.SCROLL, -pixels));
            target.fireEvent(event(ScrollEvent.SCROLL_FINISHED, 0));
        }
    }

    private static ScrollEvent event(EventType<ScrollEvent> type, double y) {
        var nowhere = new PickResult(null, 0, 0);
        return new ScrollEvent(
                type,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                y,
                0,
                y,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                nowhere);
    }

    /** The selected text as it was written: a block with its source, nothing for the places of buttons. */
    @Nullable String selectedText() {
        var selection = getSelection();
        return selection == null || selection.isCollapsed()
                ? null
                : Selections.text(document, selection.getMin(), selection.getMax());
    }

    /** The same as Markdown. */
    @Nullable String selectedMarkdown() {
        var selection = getSelection();
        return selection == null || selection.isCollapsed()
                ? null
                : Selections.markdown(document, selection.getMin(), selection.getMax());
    }

    void copyMarkdown() {
        var text = selectedMarkdown();
        if (text != null && !text.isEmpty()) {
            copy(text);
        }
    }

    void copySelection() {
        var text = selectedText();
        if (text != null && !text.isEmpty()) {
            copy(text);
        }
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
