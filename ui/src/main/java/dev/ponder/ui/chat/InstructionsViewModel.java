package dev.ponder.ui.chat;

import dev.ponder.prompts.SystemPrompt;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.store.StoreException;
import dev.ponder.ui.common.Tasks;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The instructions of a conversation while they are edited, and the library beside them. Belongs to the JavaFX thread. */
final class InstructionsViewModel {

    private final SystemPrompts prompts;
    private final Tasks tasks;
    private final Consumer<? super Exception> onFailed;
    private final StringProperty text = new SimpleStringProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableList<SystemPrompt> library = FXCollections.observableArrayList();
    // held here, since what listens to it holds it only weakly
    private final ObservableList<SystemPrompt> shown = FXCollections.unmodifiableObservableList(library);
    private final ReadOnlyObjectWrapper<@Nullable Lost> lost = new ReadOnlyObjectWrapper<>();

    /**
     * What a prompt was before the latest change.
     *
     * @param isDeleted whether it is gone; else another text has its name
     */
    record Lost(SystemPrompt prompt, boolean isDeleted) {}

    InstructionsViewModel(
            String instructions, SystemPrompts prompts, Tasks tasks, Consumer<? super Exception> onFailed) {
        this.prompts = prompts;
        this.tasks = tasks;
        this.onFailed = onFailed;
        text.set(instructions);
        refresh();
    }

    /** The instructions. */
    StringProperty textProperty() {
        return text;
    }

    /** Under which name they are kept in the library. */
    StringProperty nameProperty() {
        return name;
    }

    /** What the library holds. */
    ObservableList<SystemPrompt> library() {
        return shown;
    }

    /** What can be undone. */
    ReadOnlyObjectProperty<@Nullable Lost> lostProperty() {
        return lost.getReadOnlyProperty();
    }

    private void refresh() {
        tasks.call(prompts::list, library::setAll, onFailed);
    }

    /** Takes the text of a prompt; its name is there for a change. */
    void use(SystemPrompt prompt) {
        text.set(prompt.text());
        name.set(prompt.name());
    }

    /** Keeps the text under the name, in the place of what has that name. */
    void save() {
        var called = name.get().strip();
        var written = text.get();
        if (called.isEmpty() || written.isBlank()) {
            return;
        }
        var there = library.stream()
                .filter(prompt -> prompt.name().equalsIgnoreCase(called))
                .findFirst();
        var over = there.filter(prompt -> !prompt.text().equals(written))
                .map(prompt -> new Lost(prompt, false))
                .orElse(null);
        change(
                () -> {
                    if (there.isPresent()) {
                        prompts.change(there.get().id(), called, written);
                    } else {
                        prompts.add(called, written);
                    }
                },
                over);
    }

    /** Deletes a prompt from the library. */
    void delete(SystemPrompt prompt) {
        change(() -> prompts.delete(prompt.id()), new Lost(prompt, true));
    }

    /** Brings back what the latest deletion or saving took away. */
    void undo() {
        var was = lost.get();
        if (was == null) {
            return;
        }
        change(() -> bringBack(was), null);
    }

    private void bringBack(Lost was) throws StoreException {
        var prompt = was.prompt();
        if (!was.isDeleted()) {
            prompts.change(prompt.id(), prompt.name(), prompt.text());
            return;
        }
        long id = prompts.add(prompt.name(), prompt.text());
        if (prompt.isDefault()) {
            prompts.setDefault(id, true);
        }
    }

    /** Has new conversations begin with a prompt, or no longer. */
    void toggleDefault(SystemPrompt prompt) {
        change(() -> prompts.setDefault(prompt.id(), !prompt.isDefault()), lost.get());
    }

    /** Says what can be undone only where it has happened. */
    private void change(Tasks.Action work, @Nullable Lost taken) {
        tasks.run(
                work,
                () -> {
                    lost.set(taken);
                    refresh();
                },
                onFailed);
    }
}
