package dev.ponder.ui.models;

import dev.ponder.models.HashProgress;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelCheck;
import dev.ponder.models.ModelImport;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.adoption.Adoptable;
import dev.ponder.models.adoption.AdoptionSearch;
import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ModelService;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notice.Severity;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import dev.ponder.ui.models.LibraryService.Held;
import dev.ponder.ui.models.LibraryService.Shelf;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The models on this computer and what can be done with them. Belongs to the JavaFX thread. */
public final class LibraryViewModel {

    private final Services services;
    private final ReadOnlyObjectWrapper<@Nullable Shelf> shelf = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AdoptionSearch.@Nullable Found> others = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Work> work = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> inUse = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Path> offered = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> open = new SimpleObjectProperty<>();
    private volatile boolean stopped;

    /**
     * What the library works with.
     *
     * @param library the models on this computer
     * @param models loads them
     * @param tasks looks at files, quickly
     * @param work reads whole files, which takes long
     * @param screen the JavaFX thread
     */
    public record Services(LibraryService library, ModelService models, Tasks tasks, Tasks work, Executor screen) {}

    /**
     * Something that takes long.
     *
     * @param text what
     * @param fraction of it that is done, from 0 to 1
     */
    public record Work(String text, double fraction) {}

    private final Notices notices;
    private final Toasts toasts;

    /** Makes the view model. */
    public LibraryViewModel(Services services, Notices notices, Toasts toasts) {
        this.services = services;
        this.notices = notices;
        this.toasts = toasts;
        services.models().observe(state -> inUse.set(state instanceof ModelState.Ready(var facts) ? facts.id() : null));
    }

    /** The library as it was at the last look; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    /** What other programs have, as it was at the last look; null before there was one. */
    public ReadOnlyObjectProperty<AdoptionSearch.@Nullable Found> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** What takes long now; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Work> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** The id of the model that can be talked to; null for none. */
    public ReadOnlyObjectProperty<@Nullable String> inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    /** A file that was chosen or dropped, until somebody says how to import it. */
    public ObjectProperty<@Nullable Path> offeredProperty() {
        return offered;
    }

    /** The id of the model whose details are shown; null for none. */
    public ObjectProperty<@Nullable String> openProperty() {
        return open;
    }

    /** Looks what is here. */
    public void refresh() {
        services.tasks().call(services.library()::shelf, shelf::set, this::fail);
    }

    /** Loads a model. */
    public void use(Held held) {
        services.models().load(held.model().id());
    }

    /** Opens a model's details, or closes them. */
    public void toggle(String id) {
        open.set(id.equals(open.get()) ? null : id);
    }

    /** Reads a model as a whole and compares it with its hash. */
    public void verify(Held held) {
        var progress = begin(Texts.of("library.work.verify", held.name()));
        services.work()
                .call(
                        () -> services.library().verify(held.model().file(), progress),
                        result -> {
                            end();
                            tell(held.name(), result);
                        },
                        this::fail);
    }

    /** Takes a model out of the library. */
    public void remove(InstalledModel model) {
        services.tasks()
                .call(
                        () -> services.library().remove(model),
                        outcome -> {
                            toasts.show(Texts.of(
                                    outcome == ModelRemoval.Outcome.IN_THE_BIN
                                            ? "library.removed.bin"
                                            : "library.removed.forgotten",
                                    model.id()));
                            refresh();
                        },
                        this::fail);
    }

    /** Imports the file that was offered. */
    public void bring(ModelImport.Way way) {
        var file = offered.get();
        if (file == null) {
            return;
        }
        offered.set(null);
        var progress = begin(Texts.of("library.work.import", file.getFileName()));
        services.work()
                .call(
                        () -> services.library().bring(file, way, progress),
                        there -> {
                            end();
                            toasts.show(
                                    Texts.of("library.imported.text", there.getFileName()),
                                    Texts.of("library.imported.use"),
                                    () -> services.models().load(Sizes.nameOf(there)));
                        },
                        this::fail);
    }

    /** Looks what other programs have. */
    public void searchOthers() {
        services.tasks().call(services.library()::others, others::set, this::fail);
    }

    /** Takes another program's model into the library. */
    public void adopt(Adoptable model) {
        var progress = begin(Texts.of("library.work.adopt", model.name()));
        services.work()
                .run(
                        () -> services.library().adopt(model, progress),
                        () -> {
                            end();
                            searchOthers();
                            toasts.show(Texts.of("library.adopted.text", model.name(), model.owner()));
                        },
                        this::fail);
    }

    /** Looks for models in another folder. */
    public void useFolder(Path folder) {
        services.tasks().run(() -> services.library().useFolder(folder), this::refresh, this::fail);
    }

    /** Shows the folder of models in the system's file manager. */
    public void openFolder() {
        services.tasks().run(services.library()::openFolder, this::fail);
    }

    /** Gives up what takes long; nothing has changed then. */
    public void stop() {
        stopped = true;
    }

    private HashProgress begin(String text) {
        stopped = false;
        work.set(new Work(text, 0));
        return (bytes, of) -> {
            services.screen().execute(() -> {
                if (work.get() != null) {
                    work.set(new Work(text, of == 0 ? 0 : (double) bytes / of));
                }
            });
            return !stopped;
        };
    }

    private void end() {
        work.set(null);
        refresh();
    }

    private void tell(String name, ModelCheck.Result result) {
        switch (result) {
            case ModelCheck.Result.Good _ -> toasts.show(Texts.of("library.verified.good", name));
            case ModelCheck.Result.FirstSeen _ -> toasts.show(Texts.of("library.verified.first", name));
            case ModelCheck.Result.Changed _ ->
                notices.show(Notice.of(Kind.MODEL, Severity.ERROR, Texts.of("library.verified.changed", name)));
        }
    }

    private void fail(Exception failure) {
        work.set(null);
        if (failure instanceof LibraryException library && library.kind() == LibraryException.Kind.STOPPED) {
            toasts.show(Texts.of("library.work.stopped"));
        } else {
            notices.show(Kind.MODEL, failure);
        }
    }
}
