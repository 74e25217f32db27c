package dev.ponder.ui;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Headless;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What a test looks at and does about thinking, in the window of a program that runs. Any thread but the JavaFX one. */
final class ReasoningParts {

    /** What makes the demo model think for some hundred tokens. */
    static final String LONG_THOUGHT = "Think hard about: is 1009 prime?";

    private static final Pattern TOKENS = Pattern.compile("(\\d+) of ");

    private final RunningPonder ponder;

    ReasoningParts(RunningPonder ponder) {
        this.ponder = ponder;
    }

    private Scene scene() {
        return ponder.parts().scene();
    }

    /** What nodes of a style that can be seen say. */
    List<String> texts(String selector) {
        return Headless.call(() -> scene().getRoot().lookupAll(selector).stream()
                .filter(ReasoningParts::isSeen)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    boolean sees(String selector) {
        return Headless.call(
                () -> scene().getRoot().lookupAll(selector).stream().anyMatch(ReasoningParts::isSeen));
    }

    /** The headers of all thoughts on the screen. */
    List<String> thoughts() {
        return texts(".thought-status");
    }

    void awaitText(String selector, String part) {
        Headless.await(() -> scene().getRoot().lookupAll(selector).stream()
                .filter(ReasoningParts::isSeen)
                .anyMatch(
                        node -> node instanceof Labeled label && label.getText().contains(part)));
    }

    void await(String selector) {
        Headless.await(() -> scene().getRoot().lookupAll(selector).stream().anyMatch(ReasoningParts::isSeen));
    }

    void awaitEnd() {
        Headless.await(() -> !ponder.parts().isReplying());
    }

    /** Asks for a long thought and waits until some of it is there; the engine has to be braked. */
    void beginThinking() {
        ponder.ask(LONG_THOUGHT);
        await("#answer-now");
        // the speed stands there once it can be told
        awaitText(".thought-status", "tokens/s");
    }

    /** Waits until a thought with a budget has so many tokens. */
    void awaitTokens(int least) {
        Headless.await(() -> scene().getRoot().lookupAll(".thought-status").stream()
                .map(node -> TOKENS.matcher(((Labeled) node).getText()))
                .anyMatch(found -> found.find() && Integer.parseInt(found.group(1)) >= least));
    }

    /** Presses the button that can be seen and says this. */
    void fire(String text) {
        Headless.await(() -> button(text) != null);
        Headless.run(() -> Objects.requireNonNull(button(text)).fire());
    }

    /** Presses the button with an id. */
    void press(String selector) {
        var button = (Button) ponder.find(selector);
        Headless.run(button::fire);
    }

    private @Nullable Button button(String text) {
        return scene().getRoot().lookupAll(".button").stream()
                .filter(ReasoningParts::isSeen)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> text.equals(each.getText()) || text.equals(each.getAccessibleText()))
                .findFirst()
                .orElse(null);
    }

    /** Whether Off, Auto and On stand side by side, once all is laid out. */
    boolean choicesAreInARow() {
        return Headless.call(() -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
            return scene().getRoot().lookupAll("#thinking .toggle-button").stream()
                            .mapToDouble(Node::getLayoutY)
                            .distinct()
                            .count()
                    == 1;
        });
    }

    /** Types a budget into the composer. */
    void budget(String tokens) {
        Headless.run(() -> {
            var menu = (MenuButton) scene().lookup("#budget");
            menu.getItems().getLast().fire();
        });
        Headless.await(() -> scene().getFocusOwner() instanceof Node owner && "budget-number".equals(owner.getId()));
        ponder.keyboard().press(KeyCode.A, KeyCode.CONTROL);
        ponder.keyboard().type(tokens);
        ponder.keyboard().press(KeyCode.ENTER);
        Headless.run(() -> ponder.parts().text().requestFocus());
    }

    String budget() {
        return Headless.call(() -> ((MenuButton) scene().lookup("#budget")).getText());
    }

    /** Has the first question of the shown conversation answered both ways. */
    void compareFirst() {
        Headless.run(() -> scene().lookup(".transcript-area").requestFocus());
        ponder.keyboard().press(KeyCode.HOME, KeyCode.CONTROL);
        fire(Texts.of("transcript.action.compare"));
    }

    void switchTools() {
        Headless.run(() -> ((ToggleButton) scene().lookup("#tools")).fire());
        Headless.run(() -> ponder.parts().text().requestFocus());
    }

    boolean toolsAreOn() {
        return Headless.call(() -> ((ToggleButton) scene().lookup("#tools")).isSelected());
    }

    /** Shows the newest conversation. */
    void openNewest() {
        Headless.await(() -> !ponder.parts().list().getItems().isEmpty());
        Headless.run(() -> ponder.parts().list().requestFocus());
        ponder.keyboard().press(KeyCode.DOWN);
    }

    private static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return !(node instanceof Label label) || !label.getText().isEmpty();
    }
}
