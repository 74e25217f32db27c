package dev.ponder.ui;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.transcript.ShownTurn;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;

/**
 * What a test looks at in the program's window. Belongs to the JavaFX thread.
 *
 * @param scene of the window
 */
record WindowParts(Scene scene) {

    /** The composer. */
    TextArea text() {
        return (TextArea) scene.lookup("#composer-text");
    }

    /** Why nothing can be sent, or what the model does now. */
    String hint() {
        return scene.lookup("#composer-hint") instanceof Label hint ? hint.getText() : "";
    }

    /** Whether the composer has the keyboard and what is typed can be sent. */
    boolean isReady() {
        return text() instanceof TextArea composer && composer.isFocused() && hint().isEmpty() && !isReplying();
    }

    boolean isReplying() {
        return scene.lookup("#send") instanceof Button button
                && button.getText().equals(Texts.of("composer.button.stop"));
    }

    /** The button that goes on with a reply that was cut off, where the transcript has one. */
    Optional<Button> continueButton() {
        return scene.getRoot().lookupAll(".ending .button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(Texts.of("transcript.action.continue")))
                .findFirst();
    }

    ListView<?> list() {
        return (ListView<?>) scene.lookup("#conversations");
    }

    /** The last turn in the transcript. */
    ShownTurn shown() {
        return ShownTurn.last(scene);
    }

    /** What the banners say. */
    List<String> banners() {
        return scene.getRoot().lookupAll(".notice").stream()
                .map(banner -> banner.lookup("." + Styles.WRAPPED))
                .map(Node::getAccessibleText)
                .toList();
    }

    boolean hasBanner(String beginning) {
        return banners().stream().anyMatch(text -> text.startsWith(beginning));
    }

    /** Takes all banners away, by their buttons. */
    void dismissBanners() {
        List.copyOf(scene.getRoot().lookupAll(".notice .icon-button")).forEach(button -> ((Button) button).fire());
    }
}
