package dev.ponder.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** Keys that work everywhere in the window. */
public enum Shortcut {
    NEW_CHAT("shortcut.newchat.text", key(KeyCode.N, KeyCombination.SHORTCUT_DOWN)),
    SEARCH("shortcut.search.text", key(KeyCode.K, KeyCombination.SHORTCUT_DOWN)),
    FIND("shortcut.find.text", key(KeyCode.F, KeyCombination.SHORTCUT_DOWN)),
    COMPOSER("shortcut.composer.text", key(KeyCode.L, KeyCombination.SHORTCUT_DOWN)),
    THINKING("shortcut.thinking.text", key(KeyCode.T, KeyCombination.SHORTCUT_DOWN)),
    ANSWER("shortcut.answer.text", key(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN)),
    STOP("shortcut.stop.text", key(KeyCode.ESCAPE)),
    MODELS("shortcut.models.text", key(KeyCode.M, KeyCombination.SHORTCUT_DOWN)),
    PANEL("shortcut.panel.text", key(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    SIDEBAR("shortcut.sidebar.text", key(KeyCode.B, KeyCombination.SHORTCUT_DOWN)),
    SETTINGS("shortcut.settings.text", key(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN)),
    LARGER(
            "shortcut.larger.text",
            key(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
            key(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
            key(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN)),
    SMALLER(
            "shortcut.smaller.text",
            key(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
            key(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN)),
    USUAL_SIZE("shortcut.usualsize.text", key(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN)),
    SHEET("shortcut.sheet.text", key(KeyCode.F1)),
    QUIT("shortcut.quit.text", key(KeyCode.Q, KeyCombination.SHORTCUT_DOWN));

    private final String textKey;
    // combinations of keys never change, and the list is a copy; neither type says so
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<KeyCodeCombination> keys;

    Shortcut(String textKey, KeyCodeCombination... keys) {
        this.textKey = textKey;
        this.keys = List.of(keys);
    }

    /** The key of the text that says what it does. */
    public String textKey() {
        return textKey;
    }

    /** What is written on the keys. */
    public String display() {
        return keys.getFirst().getDisplayText();
    }

    boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /** The shortcut that was pressed. */
    static Stream<Shortcut> of(KeyEvent event) {
        return Stream.of(values()).filter(shortcut -> shortcut.matches(event)).limit(1);
    }

    private static KeyCodeCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
