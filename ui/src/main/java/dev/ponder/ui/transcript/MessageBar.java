package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.transcript.TranscriptMessage.Role;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The actions of one message. There is a single bar that moves to the message at hand: buttons inside the document
 * would be taken out and put back with every change of it, and lose the focus.
 */
final class MessageBar extends HBox {

    private final TranscriptActions actions;
    private final Consumer<String> onCopy;
    private final Consumer<String> onEditThought;
    private @Nullable TranscriptMessage message;

    /** A bar that asks for actions; copying and editing a thought are asked of the one who knows the text. */
    MessageBar(TranscriptActions actions, Consumer<String> onCopy, Consumer<String> onEditThought) {
        this.actions = actions;
        this.onEditThought = onEditThought;
        this.onCopy = onCopy;
        getStyleClass().add(TranscriptStyles.BAR);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(Texts.of("transcript.actions.name"));
        setManaged(false);
        setVisible(false);
    }

    @Nullable TranscriptMessage message() {
        return message;
    }

    /** Shows the actions of a message, or nothing. */
    void show(@Nullable TranscriptMessage shown) {
        if (Objects.equals(shown, message)) {
            return;
        }
        message = shown;
        getChildren().clear();
        if (shown != null) {
            addButtons(shown);
        }
    }

    private void addButtons(TranscriptMessage shown) {
        var id = shown.id();
        addSiblings(shown);
        getChildren().add(Buttons.copy(Texts.of("transcript.action.copy"), () -> onCopy.accept(id)));
        if (shown.role() == Role.USER) {
            add(Feather.EDIT_2, "transcript.action.edit", () -> actions.edit(id));
            add(Feather.COLUMNS, "transcript.action.compare", () -> actions.compare(id));
            if (shown.state() instanceof MessageState.Unanswered) {
                add(Feather.REFRESH_CW, "transcript.action.retry", () -> actions.retry(id));
            }
        } else {
            if (shown.state() instanceof MessageState.Interrupted) {
                add(Feather.PLAY, "transcript.action.continue", () -> actions.continueReply(id));
            }
            addRetry(shown);
        }
        if (shown.siblings().count() > 1) {
            add(Feather.TRASH_2, "transcript.action.delete", () -> actions.deleteSibling(id));
        }
        if (!shown.note().isEmpty()) {
            getChildren().add(label(shown.note()));
        }
    }

    /** One way to try again where there is one, else a menu. */
    private void addRetry(TranscriptMessage shown) {
        var ways = new RetryMenu(shown, actions, onEditThought);
        if (ways.items().size() == 1) {
            add(Feather.REFRESH_CW, "transcript.action.retry", () -> actions.retry(shown.id()));
            return;
        }
        var menu = new ContextMenu(ways.items().toArray(MenuItem[]::new));
        var button = Buttons.icon(Feather.REFRESH_CW, Texts.of("transcript.action.retrymenu"), () -> {});
        button.setGraphic(new HBox(Icons.inText(Feather.REFRESH_CW), Icons.inText(Feather.CHEVRON_DOWN)));
        button.getStyleClass().add(TranscriptStyles.BAR_MENU);
        button.setId("retry-menu");
        button.setOnAction(_ -> menu.show(button, Side.TOP, 0, 0));
        getChildren().add(button);
    }

    private void addSiblings(TranscriptMessage shown) {
        var siblings = shown.siblings();
        if (siblings.count() == 1) {
            return;
        }
        int position = siblings.position();
        var previous = add(Feather.CHEVRON_LEFT, "transcript.action.previous", () -> move(shown, position - 1));
        previous.setDisable(position == 1);
        getChildren().add(label(Texts.of("transcript.action.position", position, siblings.count())));
        var next = add(Feather.CHEVRON_RIGHT, "transcript.action.next", () -> move(shown, position + 1));
        next.setDisable(position == siblings.count());
    }

    private void move(TranscriptMessage shown, int position) {
        actions.showSibling(shown.id(), position);
    }

    private Node add(Feather icon, String key, Runnable action) {
        var button = Buttons.icon(icon, Texts.of(key), action);
        getChildren().add(button);
        return button;
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add(TranscriptStyles.BAR_LABEL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Whether one of its buttons has the keyboard. */
    boolean hasFocus() {
        return getChildren().stream().anyMatch(Node::isFocused);
    }
}
