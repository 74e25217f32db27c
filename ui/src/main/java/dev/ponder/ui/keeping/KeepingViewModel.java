package dev.ponder.ui.keeping;

import dev.ponder.chat.ConversationSummary;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Folder;
import dev.ponder.chat.TrashedBranch;
import dev.ponder.exchange.ExportFormat;
import dev.ponder.exchange.Exporter;
import dev.ponder.exchange.ImportReport;
import dev.ponder.exchange.Importer;
import dev.ponder.resources.Texts;
import dev.ponder.store.StoreException;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notice.Severity;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Folders, the trash, and conversations in files. Belongs to the JavaFX thread. */
public final class KeepingViewModel {

    private static final int PROBLEMS_SHOWN = 5;

    private final Conversations conversations;
    private final Tasks tasks;
    private final Notices notices;
    private final Toasts toasts;
    private final BooleanProperty thoughts = new SimpleBooleanProperty(true);
    private final ObservableList<ConversationSummary> trash = FXCollections.observableArrayList();
    private final ObservableList<TrashedBranch> branches = FXCollections.observableArrayList();
    private Runnable onListChanged = () -> {};
    private LongConsumer onBranchRestored = _ -> {};

    /** Makes the view model. */
    public KeepingViewModel(Conversations conversations, Tasks tasks, Notices notices, Toasts toasts) {
        this.conversations = conversations;
        this.tasks = tasks;
        this.notices = notices;
        this.toasts = toasts;
    }

    /** Sets who reads the list of conversations again. */
    public void setOnListChanged(Runnable listener) {
        onListChanged = listener;
    }

    /** Sets who shows a conversation again of which a branch came back. */
    public void setOnBranchRestored(LongConsumer listener) {
        onBranchRestored = listener;
    }

    /** Whether thoughts are written into files too. */
    public BooleanProperty thoughtsProperty() {
        return thoughts;
    }

    /** What lay in the trash at the last look, the one deleted last first. */
    public ObservableList<ConversationSummary> trash() {
        return trash;
    }

    /** The branches of other conversations that lay in the trash at the last look, the one deleted last first. */
    public ObservableList<TrashedBranch> branches() {
        return branches;
    }

    /** Looks what is in the trash. */
    public void refresh() {
        tasks.call(conversations::trash, trash::setAll, this::onFailure);
        tasks.call(conversations.branches()::list, branches::setAll, this::onFailure);
    }

    /** Takes a conversation out of the trash. */
    public void restore(long id) {
        change(() -> conversations.undelete(id));
    }

    /** Removes a conversation for good. */
    public void remove(long id) {
        change(() -> conversations.remove(id));
    }

    /** Takes a branch out of the trash. */
    public void restore(TrashedBranch branch) {
        tasks.call(
                () -> conversations.branches().restore(branch.message()),
                conversation -> {
                    refresh();
                    onListChanged.run();
                    onBranchRestored.accept(conversation);
                },
                this::onFailure);
    }

    /** Removes a branch for good. */
    public void remove(TrashedBranch branch) {
        change(() -> conversations.branches().remove(branch.message()));
    }

    /** Removes for good all that is in the trash. */
    public void emptyTrash() {
        var all = List.copyOf(trash);
        var parts = List.copyOf(branches);
        change(() -> {
            for (var summary : all) {
                conversations.remove(summary.id());
            }
            for (var branch : parts) {
                conversations.branches().remove(branch.message());
            }
        });
    }

    /** Puts conversations into a folder, a new one where there is none of this name; an empty name is none. */
    public void move(List<Long> ids, String folder) {
        change(() -> move(ids, folder.isBlank() ? null : (Long) conversations.folder(folder)));
    }

    /** Puts conversations into a folder, or into none. */
    public void move(List<Long> ids, @Nullable Folder folder) {
        change(() -> move(ids, folder == null ? null : (Long) folder.id()));
    }

    private void move(List<Long> ids, @Nullable Long folder) throws StoreException {
        for (long id : ids) {
            conversations.move(id, folder);
        }
    }

    /** Gives a folder another name. */
    public void rename(Folder folder, String name) {
        if (!name.isBlank()) {
            change(() -> conversations.renameFolder(folder.id(), name));
        }
    }

    /** Takes a folder away; its conversations stay. */
    public void delete(Folder folder) {
        change(() -> conversations.deleteFolder(folder.id()));
    }

    /** Writes conversations to a file. */
    public void export(List<Long> ids, ExportFormat format, Path file) {
        boolean deep = thoughts.get();
        write(() -> new Exporter(conversations).write(ids, format, deep, file), file);
    }

    /** Writes all conversations outside the trash to a file. */
    public void exportAll(ExportFormat format, Path file) {
        boolean deep = thoughts.get();
        write(
                () -> {
                    var ids = conversations.list().stream()
                            .map(ConversationSummary::id)
                            .toList();
                    return new Exporter(conversations).write(ids, format, deep, file);
                },
                file);
    }

    /** Takes conversations in from a file, and says what came of it. */
    public void read(Path file) {
        tasks.call(() -> new Importer(conversations).read(file), this::tell, this::onFailure);
    }

    private void write(Callable<Integer> work, Path file) {
        tasks.call(work, count -> toasts.show(Texts.of("keeping.exported.text", count, file)), this::onFailure);
    }

    private void tell(ImportReport report) {
        onListChanged.run();
        var text = Texts.of("keeping.imported.text", report.conversations(), report.messages(), report.alreadyHere());
        if (report.problems().isEmpty()) {
            toasts.show(text);
        } else {
            var some = String.join(
                    "\n", report.problems().stream().limit(PROBLEMS_SHOWN).toList());
            int more = Math.max(0, report.problems().size() - PROBLEMS_SHOWN);
            notices.show(Notice.of(
                    Kind.STORE,
                    Severity.WARNING,
                    text + "\n" + some + (more == 0 ? "" : "\n" + Texts.of("keeping.problems.more", more))));
        }
    }

    private void change(Tasks.Action action) {
        tasks.run(
                action,
                () -> {
                    refresh();
                    onListChanged.run();
                },
                this::onFailure);
    }

    private void onFailure(Exception failure) {
        notices.show(Kind.STORE, failure);
    }
}
