package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.TranscriptMessage.Role;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Everything that can be done where the user points, for the mouse's second button and the menu key. */
final class TranscriptMenu extends ContextMenu {

    private final TranscriptArea area;
    private final TranscriptViewModel viewModel;
    private final Requests requests;
    private final TranscriptActions actions;

    TranscriptMenu(TranscriptArea area, TranscriptViewModel viewModel, Requests requests, TranscriptActions actions) {
        this.area = area;
        this.viewModel = viewModel;
        this.requests = requests;
        this.actions = actions;
    }

    /** Fills the menu for a line of the document. */
    void fill(int index) {
        getItems().clear();
        if (area.hasNonEmptySelection()) {
            add("transcript.action.select", area::copySelection);
            add("markdown.selection.copy", area::copyMarkdown);
        }
        var code = viewModel.document().codeAt(index);
        if (code != null) {
            add("transcript.code.copy", () -> requests.copyCode(code));
            add("markdown.code.save", () -> requests.saveCode(code));
            add("markdown.code.open", () -> requests.showCode(code));
        }
        if (viewModel.document().entryAt(index) instanceof MessageEntry entry) {
            addMessage(entry);
        }
        getItems().add(new SeparatorMenuItem());
        add("transcript.action.selectall", area::selectAll);
    }

    private void addMessage(MessageEntry entry) {
        var id = entry.id();
        if (entry.hasAnswer()) {
            add("transcript.action.copy", () -> requests.copyMessage(id));
        }
        if (entry.pane().isShown()) {
            add("transcript.thought.copy", () -> requests.copyThought(id));
            boolean open = entry.pane().isOpen();
            add(open ? "transcript.thought.fold" : "transcript.thought.open", () -> requests.toggleThought(id));
        }
        if (!entry.isStreaming()) {
            var more = changes(entry.message());
            getItems().add(new SeparatorMenuItem());
            getItems().addAll(more);
        }
    }

    private List<MenuItem> changes(TranscriptMessage message) {
        var id = message.id();
        var items = new ArrayList<MenuItem>();
        if (message.role() == Role.USER) {
            items.add(item("transcript.action.edit", () -> actions.edit(id)));
            items.add(item("transcript.action.compare", () -> actions.compare(id)));
            if (message.state() instanceof MessageState.Unanswered) {
                items.add(item("transcript.action.retry", () -> actions.retry(id)));
            }
        } else {
            if (message.state() instanceof MessageState.Interrupted) {
                items.add(item("transcript.action.continue", () -> actions.continueReply(id)));
            }
            items.addAll(new RetryMenu(message, actions, edited -> requests.editThought(edited, true)).items());
            addRedo(message, items);
        }
        int position = message.siblings().position();
        if (position > 1) {
            items.add(item("transcript.action.previous", () -> actions.showSibling(id, position - 1)));
        }
        if (position < message.siblings().count()) {
            items.add(item("transcript.action.next", () -> actions.showSibling(id, position + 1)));
        }
        if (message.siblings().count() > 1) {
            items.add(item("transcript.action.delete", () -> actions.deleteSibling(id)));
        }
        return items;
    }

    private void addRedo(TranscriptMessage message, List<MenuItem> items) {
        if (message.thought().text().isBlank()) {
            items.add(item("transcript.auto.redothinking", () -> actions.redo(message.id())));
        } else {
            if (message.text().isBlank() && message.state() instanceof MessageState.Interrupted) {
                items.add(item("transcript.action.land", () -> actions.answerFromThoughts(message.id())));
            }
            items.add(item("transcript.auto.redodirect", () -> actions.redo(message.id())));
        }
    }

    private void add(String key, Runnable action) {
        getItems().add(item(key, action));
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.of(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
