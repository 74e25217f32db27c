package dev.ponder.ui.common;

import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** A US keyboard whose keys the toolkit's robot presses. Any thread but the JavaFX one. */
public final class Keyboard {

    private static final Map<Character, KeyCode> SIGNS = Map.of(
            ' ', KeyCode.SPACE,
            '.', KeyCode.PERIOD,
            ',', KeyCode.COMMA,
            '-', KeyCode.MINUS,
            '?', KeyCode.SLASH,
            '/', KeyCode.SLASH,
            '+', KeyCode.EQUALS,
            ':', KeyCode.SEMICOLON);
    private static final String SHIFTED = "?+:";

    private final Robot robot = Headless.call(Robot::new);

    /** Presses a key, with others held down, and lets go. */
    public void press(KeyCode key, KeyCode... held) {
        Headless.run(() -> {
            for (var modifier : held) {
                robot.keyPress(modifier);
            }
            robot.keyPress(key);
            robot.keyRelease(key);
            for (var modifier : held) {
                robot.keyRelease(modifier);
            }
        });
    }

    /** Types a text of letters, digits and some signs. */
    public void type(String text) {
        text.chars().forEach(letter -> type((char) letter));
    }

    /** Types one letter, digit or sign. */
    public void type(char letter) {
        var key = SIGNS.getOrDefault(
                letter, KeyCode.getKeyCode(String.valueOf(letter).toUpperCase(Locale.ROOT)));
        if (key == null) {
            throw new IllegalArgumentException("no key for " + letter);
        }
        if (Character.isUpperCase(letter) || SHIFTED.indexOf(letter) >= 0) {
            press(key, KeyCode.SHIFT);
        } else {
            press(key);
        }
    }
}
