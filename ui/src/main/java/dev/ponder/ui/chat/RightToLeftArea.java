package dev.ponder.ui.chat;

import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.Words;
import java.text.Bidi;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.StyleHandlerRegistry;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttribute;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/**
 * Where a message is written that runs from the right, as high as its text up to a number of lines. JavaFX 26 fails where
 * its text area wraps such a text; here each word is a run of its own, see {@link Words}.
 */
final class RightToLeftArea extends CodeArea {

    private static final int LINES = 8;
    private static final double PADDING = 8;

    /** Narrower than this no window gets; before the layout knows the width, a word must still fit on a line. */
    private static final double LEAST = 200;

    /** What the control keeps around its content, in pixels. */
    private static final double BORDER = 1;

    private static final StyleAttribute<String> RUN = new StyleAttribute<>("composer-run", String.class, false);
    private static final StyleHandlerRegistry STYLES = styles();

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final TextFlow ruler = new TextFlow();

    RightToLeftArea() {
        setWrapText(true);
        setContentPadding(new Insets(PADDING));
        setSyntaxDecorator(new WordByWord());
        getModel().setLineEnding(LineEnding.LF);
        getModel().addListener(_ -> text.set(getText()));
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
        text.subscribe(this::requestLayout);
        widthProperty().subscribe(this::requestLayout);
        fontProperty().subscribe(this::requestLayout);
    }

    private static StyleHandlerRegistry styles() {
        var builder = StyleHandlerRegistry.builder(styleHandlerRegistry);
        builder.setSegHandler(
                RUN, (_, cell, name) -> cell.getNode().getStyleClass().add(name));
        return builder.build();
    }

    @Override
    public StyleHandlerRegistry getStyleHandlerRegistry() {
        return STYLES;
    }

    /** What is typed. */
    ReadOnlyStringProperty typedProperty() {
        return text.getReadOnlyProperty();
    }

    /** Shows a text with the caret at a place, counted in characters. */
    void show(String shown, int caret) {
        setText(shown);
        var place = position(shown, Math.clamp(caret, 0, shown.length()));
        select(place, place);
    }

    /** Where the caret is, counted in characters. */
    int caret() {
        var caret = getCaretPosition();
        int before = 0;
        for (int i = 0; caret != null && i < caret.index(); i++) {
            before += getPlainText(i).length() + 1;
        }
        return caret == null ? 0 : before + caret.offset();
    }

    /** Puts a line break in the place of what is selected. */
    void breakLine() {
        var selection = getSelection();
        if (selection != null) {
            var end = replaceText(selection.getMin(), selection.getMax(), "\n");
            select(end, end);
        }
    }

    private static TextPos position(String shown, int caret) {
        int line = (int) shown.chars().limit(caret).filter(c -> c == '\n').count();
        return TextPos.ofLeading(line, caret - 1 - shown.lastIndexOf('\n', caret - 1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = height("x", Double.MAX_VALUE);
        double room = Math.max(
                LEAST,
                getWidth()
                        - 2 * (PADDING + BORDER)
                        - getInsets().getLeft()
                        - getInsets().getRight());
        double own = Math.min(height(text.get(), room), LINES * line);
        return Math.ceil(own
                + 2 * (PADDING + BORDER)
                + getInsets().getTop()
                + getInsets().getBottom());
    }

    private double height(String measured, double width) {
        ruler.getChildren()
                .setAll(Words.of(measured.endsWith("\n") ? measured + "x" : measured).stream()
                        .map(this::run)
                        .toList());
        return ruler.prefHeight(width);
    }

    private Text run(String word) {
        var run = new Text(word);
        run.setFont(getFont());
        return run;
    }

    /** A paragraph of words; it begins at the right where its first letter does. */
    private static final class WordByWord implements SyntaxDecorator {

        @Override
        public RichParagraph createRichParagraph(CodeTextModel model, int index) {
            var line = model.getPlainText(index);
            var builder = RichParagraph.builder();
            for (var word : Words.of(line)) {
                if (!word.isEmpty()) {
                    var style = Words.isInvisible(word) ? Styles.INVISIBLE : Styles.RUN;
                    builder.addSegment(word, StyleAttributeMap.of(RUN, style));
                }
            }
            var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            if (!bidi.baseIsLeftToRight()) {
                builder.setParagraphAttributes(
                        StyleAttributeMap.of(StyleAttributeMap.TEXT_ALIGNMENT, TextAlignment.RIGHT));
            }
            return builder.build();
        }

        @Override
        public void handleChange(
                CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
            // each paragraph is made of its own text alone
        }
    }
}
