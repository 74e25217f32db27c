package dev.ponder.ui.chat;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.common.Styles;
import java.text.Bidi;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Control;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The text that is being written: in a plain text area, and in one of its own kind once something in it runs from the right.
 * The caret and the keyboard go along.
 */
final class ComposerText extends StackPane {

    private final StringProperty text;
    private final List<Consumer<? super Control>> preparations;
    private final GrowingTextArea plain = new GrowingTextArea();
    private @Nullable RightToLeftArea fromTheRight;
    private boolean switching;

    /**
     * Makes both areas of a text.
     *
     * @param text what is written
     * @param onKey gets each key first
     * @param onComposing is told whether an input method composes letters
     */
    ComposerText(StringProperty text, Consumer<KeyEvent> onKey, Consumer<Boolean> onComposing) {
        this.text = text;
        preparations = List.of(
                area -> area.addEventFilter(KeyEvent.KEY_PRESSED, onKey::accept),
                area -> area.addEventFilter(
                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                        event -> onComposing.accept(!event.getComposed().isEmpty())));
        plain.setPromptText(Texts.of("composer.text.prompt"));
        prepare(plain, "composer-text");
        getChildren().add(plain);
        plain.textProperty().subscribe(this::onTyped);
        text.subscribe(this::show);
    }

    private void prepare(Control area, String id) {
        area.setId(id);
        area.getStyleClass().add(Styles.COMPOSER_TEXT);
        area.setAccessibleText(Texts.of("composer.text.name"));
        preparations.forEach(preparation -> preparation.accept(area));
    }

    private Control shown() {
        return fromTheRight != null && fromTheRight.isVisible() ? fromTheRight : plain;
    }

    /** Gives the keyboard to the text. */
    void focus() {
        shown().requestFocus();
    }

    /** Puts the caret behind the last letter. */
    void end() {
        if (shown() instanceof RightToLeftArea area) {
            area.show(area.typedProperty().get(), Integer.MAX_VALUE);
        } else {
            plain.end();
        }
    }

    /** Puts a line break in the place of what is selected. */
    void breakLine() {
        if (shown() instanceof RightToLeftArea area) {
            area.breakLine();
        } else {
            plain.replaceSelection("\n");
        }
    }

    private void onTyped(String typed) {
        if (!switching) {
            text.set(typed);
        }
    }

    private void show(String now) {
        boolean wanted = Bidi.requiresBidi(now.toCharArray(), 0, now.length());
        if (wanted != shown() instanceof RightToLeftArea) {
            // the area that changes right now has to finish first
            Fx.later(() -> change(
                    Bidi.requiresBidi(text.get().toCharArray(), 0, text.get().length())));
        }
        if (shown() instanceof RightToLeftArea area) {
            if (!area.typedProperty().get().equals(now)) {
                area.show(now, now.length());
            }
        } else if (!plain.getText().equals(now)) {
            plain.setText(now);
            // what is typed next goes on where this ends
            plain.end();
        }
    }

    private void change(boolean toTheRight) {
        if (toTheRight == shown() instanceof RightToLeftArea) {
            return;
        }
        boolean hadFocus = shown().isFocused();
        switching = true;
        if (toTheRight) {
            var area = fromTheRight();
            area.show(text.get(), plain.getCaretPosition());
            plain.clear();
            swap(area, plain);
        } else {
            int caret = fromTheRight().caret();
            plain.setText(text.get());
            plain.positionCaret(caret);
            fromTheRight().show("", 0);
            swap(plain, fromTheRight());
        }
        switching = false;
        if (hadFocus) {
            shown().requestFocus();
        }
    }

    private static void swap(Control shown, Control hidden) {
        shown.setVisible(true);
        shown.setManaged(true);
        hidden.setVisible(false);
        hidden.setManaged(false);
    }

    private RightToLeftArea fromTheRight() {
        var area = fromTheRight;
        if (area == null) {
            area = new RightToLeftArea();
            fromTheRight = area;
            prepare(area, "composer-text-from-the-right");
            area.setVisible(false);
            area.setManaged(false);
            getChildren().add(area);
            area.typedProperty().subscribe(this::onTyped);
        }
        return area;
    }
}
