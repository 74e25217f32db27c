package dev.ponder.ui.transcript;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.StyleHandlerRegistry;
import org.jspecify.annotations.Nullable;

/** The text control: read-only, wrapping, styled by classes, and copying exactly what was written. */
final class TranscriptArea extends RichTextArea {

    private static final StyleHandlerRegistry STYLES = styles();

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
        builder.setParHandler(
                TranscriptModel.PARAGRAPH,
                (_, cell, classes) -> cell.getNode().getStyleClass().addAll(classes.split(" ")));
        builder.setSegHandler(
                TranscriptModel.RUN,
                (_, cell, name) -> cell.getNode().getStyleClass().add(name));
        return builder.build();
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
