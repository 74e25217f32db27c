package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/** The ways to have a reply once more. */
final class RetryMenu {

    private final List<MenuItem> items = new ArrayList<>();

    /**
     * The ways that a reply has.
     *
     * @param onEditThought opens the editor of its thought
     */
    RetryMenu(TranscriptMessage reply, TranscriptActions actions, Consumer<String> onEditThought) {
        var id = reply.id();
        if (reply.thought().text().isBlank()) {
            add("transcript.action.retry", () -> actions.retry(id));
        } else {
            add("transcript.retry.samethoughts", () -> actions.newAnswer(id));
            add("transcript.retry.newthoughts", () -> actions.retry(id));
            add("transcript.retry.editthoughts", () -> onEditThought.accept(id));
        }
    }

    private void add(String key, Runnable action) {
        var item = new MenuItem(Texts.of(key));
        item.setOnAction(_ -> action.run());
        items.add(item);
    }

    List<MenuItem> items() {
        return List.copyOf(items);
    }
}
