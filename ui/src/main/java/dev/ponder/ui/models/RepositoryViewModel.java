package dev.ponder.ui.models;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Source;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Problem;
import dev.ponder.ui.common.Tasks;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Any repository, by name or address, and its files. Belongs to the JavaFX thread. */
public final class RepositoryViewModel {

    private final CatalogService service;
    private final Tasks tasks;
    private final Runnable onFetching;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Hub> hub = new SimpleObjectProperty<>(Hub.HUGGING_FACE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Repository> repository = new ReadOnlyObjectWrapper<>();
    private final ObservableList<ListedFile> files = FXCollections.observableArrayList();

    /**
     * Makes the view model.
     *
     * @param tasks runs what waits for the network
     * @param onFetching told that something was started
     */
    public RepositoryViewModel(CatalogService service, Tasks tasks, Runnable onFetching) {
        this.service = service;
        this.tasks = tasks;
        this.onFetching = onFetching;
        typed.subscribe(_ -> problem.set(""));
    }

    /** What is typed: {@code owner/name}, or an address. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** Where a name is meant; an address says so itself. */
    public ObjectProperty<Hub> hubProperty() {
        return hub;
    }

    /** Why that did not work; empty where nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the hub is being asked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whose files are listed; null for nobody's. */
    public ReadOnlyObjectProperty<@Nullable Repository> repositoryProperty() {
        return repository.getReadOnlyProperty();
    }

    /** The model files of the repository, the smallest first. */
    public ObservableList<ListedFile> files() {
        return files;
    }

    /** Asks the hub for the repository's files; an address of one file is fetched at once. */
    public void look() {
        var text = typed.get().strip();
        var wanted = WrittenRepository.parse(text, hub.get());
        if (wanted.isPresent()) {
            list(wanted.get());
        } else {
            Source.parse(text).ifPresentOrElse(this::fetch, () -> problem.set(Texts.of("catalog.other.unclear")));
        }
    }

    /** Starts to fetch one of the files. */
    public void fetch(ListedFile file) {
        var from = repository.get();
        if (from != null) {
            fetch(new Source.InRepository(from, file.path()));
        }
    }

    private void fetch(Source source) {
        tasks.run(() -> service.fetch(source), onFetching, this::fail);
    }

    private void list(Repository wanted) {
        busy.set(true);
        problem.set("");
        repository.set(null);
        files.clear();
        tasks.call(() -> service.files(wanted), found -> show(wanted, found), this::fail);
    }

    private void show(Repository wanted, List<ListedFile> found) {
        busy.set(false);
        repository.set(wanted);
        files.setAll(found);
        if (found.isEmpty()) {
            problem.set(Texts.of("catalog.other.empty", wanted.name()));
        }
    }

    private void fail(Exception failure) {
        busy.set(false);
        problem.set(Problem.of(failure).sentence());
    }
}
