package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ModelService;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/** The models page, put together: one view model for each of its parts. Belongs to the JavaFX thread. */
public final class ModelsPage {

    private final QueueViewModel queue;
    private final CatalogViewModel catalog;
    private final RepositoryViewModel repository;
    private final LibraryViewModel library;
    private final ConnectionsViewModel connections;
    private final WelcomeViewModel welcome;
    private final Window window;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.CATALOG);

    /** The parts of the page, from left to right. */
    public enum Part {
        CATALOG,
        LIBRARY,
        QUEUE,
        CONNECTIONS
    }

    /**
     * What the page works with; all of it stays the caller's.
     *
     * @param catalog what can be fetched
     * @param queue what is being fetched
     * @param library what is here
     * @param connections every connection
     * @param tokens access tokens
     * @param work runs what takes long, beside everything else
     * @param screen the JavaFX thread
     */
    public record Services(
            CatalogService catalog,
            QueueService queue,
            LibraryService library,
            ConnectionService connections,
            TokenService tokens,
            Tasks work,
            Executor screen) {}

    /**
     * What the window gives it.
     *
     * @param models loads models
     * @param tasks runs what blocks for a moment
     * @param notices the banners
     * @param toasts short messages
     * @param onChat shows a new conversation
     */
    public record Window(ModelService models, Tasks tasks, Notices notices, Toasts toasts, Runnable onChat) {}

    /** Makes the page. */
    public ModelsPage(Services services, Window window) {
        this.window = window;
        var tasks = window.tasks();
        queue = new QueueViewModel(services.queue(), tasks, window.notices());
        // asking the engine about devices, or a hub about files, must not hold up what the window writes
        catalog = new CatalogViewModel(services.catalog(), services.work(), window.notices(), this::onFetching);
        repository = new RepositoryViewModel(services.catalog(), services.work(), this::onFetching);
        library = new LibraryViewModel(
                new LibraryViewModel.Services(
                        services.library(), window.models(), tasks, services.work(), services.screen()),
                window.notices(),
                window.toasts());
        connections = new ConnectionsViewModel(services.connections(), tasks, window.notices());
        welcome = new WelcomeViewModel(catalog, queue, window.models(), window.onChat());
        queue.onFinished(this::onFinished);
        part.subscribe(this::onPart);
    }

    /** The part that is shown. */
    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /** What is being fetched. */
    public QueueViewModel queue() {
        return queue;
    }

    /** What can be fetched. */
    public CatalogViewModel catalog() {
        return catalog;
    }

    /** Any repository. */
    public RepositoryViewModel repository() {
        return repository;
    }

    /** What is here. */
    public LibraryViewModel library() {
        return library;
    }

    /** Every connection. */
    public ConnectionsViewModel connections() {
        return connections;
    }

    /** What a first start offers. */
    public WelcomeViewModel welcome() {
        return welcome;
    }

    /** Looks at everything anew; called when the page is opened. */
    public void refresh() {
        catalog.refresh();
        library.refresh();
        library.searchOthers();
        queue.refresh();
        connections.refresh();
    }

    /** The page's view. */
    public Region view(Dialogs dialogs, Clock clock, Runnable onClose) {
        var views = new ModelsView.Parts(
                new CatalogView(catalog, repository, queue),
                new LibraryView(library, dialogs, clock.getZone()),
                new QueueView(this),
                new ConnectionsView(connections, clock.getZone()));
        return new ModelsView(this, views, onClose);
    }

    /** Loads a model that has come, and shows a new conversation. */
    void use(Path file) {
        window.models().load(Sizes.nameOf(file));
        window.onChat().run();
    }

    private void onFetching() {
        queue.refresh();
    }

    private void onFinished(Path file) {
        window.toasts()
                .show(
                        Texts.of("queue.finished.text", Sizes.nameOf(file)),
                        Texts.of("queue.finished.use"),
                        () -> use(file));
        catalog.refresh();
        library.refresh();
    }

    private void onPart(Part shown) {
        if (shown == Part.CONNECTIONS) {
            connections.refresh();
        } else if (shown == Part.LIBRARY) {
            library.refresh();
        }
    }
}
