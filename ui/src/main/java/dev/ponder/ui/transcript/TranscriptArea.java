package dev.ponder.ui.transcript;

import javafx.geometry.Insets;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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

    private final TranscriptDocument document;

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
