package dev.ponder.app;

import dev.ponder.chat.Conversations;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.host.EngineCommand;
import dev.ponder.engine.host.EngineSupervisor;
import dev.ponder.engine.host.FailureMemory;
import dev.ponder.engine.host.SupervisorListener;
import dev.ponder.hardware.MeasuringEngine;
import dev.ponder.models.LibraryBook;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.SpeedBookFile;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.replies.ContextUse;
import dev.ponder.replies.Replies;
import dev.ponder.replies.ReplyListener;
import dev.ponder.replies.Services;
import dev.ponder.resources.DemoModel;
import dev.ponder.search.IndexBacklog;
import dev.ponder.search.Search;
import dev.ponder.session.ModelSession;
import dev.ponder.settings.SettingsFile;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.tools.Toolbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The application: all services, opened in order by one thread and closed in reverse. The engine process starts when a
 * model is loaded.
 */
public final class Ponder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Ponder.class.getName());

    private final PonderPaths paths;
    private final SettingsFile settings;
    private final Store store;
    private final Conversations conversations;
    private final SystemPrompts systemPrompts;
    private final ModelLibrary library;
    private final ModelServices modelServices;
    private final Engine process;
    private final MeasuringEngine engine;
    private final ModelSession models;
    private final Replies replies;
    private final ContextUse contextUse;

    private Ponder(
            PonderPaths paths,
            SettingsFile settings,
            Store store,
            Conversations conversations,
            Engine process,
            ReplyListener listener,
            ModelServices.Place place)
            throws IOException {
        this.paths = paths;
        this.settings = settings;
        this.store = store;
        this.conversations = conversations;
        systemPrompts = new SystemPrompts(store);
        library = new ModelLibrary(paths.models(), DemoModel.file().orElse(null), LibraryBook.open(paths.library()));
        this.process = process;
        var speeds = SpeedBookFile.open(paths.speeds());
        engine = new MeasuringEngine(process, speeds);
        modelServices =
                ModelServices.open(paths, library, speeds, settings.settings().fetch(), place);
        models = new ModelSession(engine, library, settings);
        replies = new Replies(new Services(
                engine,
                conversations,
                models::ready,
                () -> settings.settings().thinking(),
                Toolbox.builtIn(Clock.system(ZoneId.systemDefault())),
                listener));
        contextUse = new ContextUse(replies, listener);
    }

    /**
     * Opens the application. Blocks while the store is checked.
     *
     * @param replies told what becomes of replies
     * @param supervisor told what becomes of the engine process
     * @throws IOException when the settings file cannot be read at all
     * @throws StoreException when the store is damaged, of a newer version, or cannot be written
     */
    public static Ponder open(PonderPaths paths, ReplyListener replies, SupervisorListener supervisor)
            throws IOException, StoreException {
        return open(paths, replies, supervisor, ModelServices.Place.here());
    }

    /**
     * The same with models fetched from elsewhere.
     *
     * @param place who serves models, and where removed ones go
     */
    public static Ponder open(
            PonderPaths paths, ReplyListener replies, SupervisorListener supervisor, ModelServices.Place place)
            throws IOException, StoreException {
        var settings = SettingsFile.open(paths.settings());
        var store = Store.open(new StoreFiles(paths.data()));
        try {
            var conversations = Conversations.open(store);
            var engine = new EngineSupervisor(
                    EngineCommand.ofThisRuntime(paths.crashes()), supervisor, FailureMemory.in(paths.data()));
            return new Ponder(paths, settings, store, conversations, engine, replies, place);
        } catch (StoreException | IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Loads what {@link #open} needs beside the user's files, so that it takes less time then. Blocks; touches no file. */
    public static void prepare() {
        SettingsFile.prepare();
        Store.prepare();
    }

    /** Where the files lie. */
    public PonderPaths paths() {
        return paths;
    }

    /** The settings. */
    public SettingsFile settings() {
        return settings;
    }

    /** The store, for backups. */
    public Store store() {
        return store;
    }

    /** The conversations. */
    public Conversations conversations() {
        return conversations;
    }

    /** The instructions that the user keeps. */
    public SystemPrompts systemPrompts() {
        return systemPrompts;
    }

    /** Finds what was said. */
    public Search search() {
        return new Search(store);
    }

    /** The models on this computer. */
    public ModelLibrary library() {
        return library;
    }

    /** The catalog, downloads, imports and the record of connections. */
    public ModelServices modelServices() {
        return modelServices;
    }

    /** The engine's process; what generates is asked of {@link #replies}, what loads of {@link #models}. */
    public Engine engine() {
        return process;
    }

    /**
     * The memory of this computer now, what the loaded model takes counted as free. Blocks; starts the engine's process.
     *
     * @throws EngineException when the engine does not answer
     */
    public Machine machine() throws EngineException {
        return engine.machine();
    }

    /** The model in use. */
    public ModelSession models() {
        return models;
    }

    /** Makes replies. */
    public Replies replies() {
        return replies;
    }

    /** Works out what conversations take of the context. */
    public ContextUse contextUse() {
        return contextUse;
    }

    /**
     * Makes the backup of the day where it is missing, empties the trash of what lay there for long enough, and puts into
     * the index of words what an earlier version left out. Blocks.
     */
    public void tidyUp() {
        try {
            var _ = store.backUp(LocalDate.now(ZoneId.systemDefault()));
            int days = settings.settings().trashDays();
            if (days > 0) {
                conversations.purgeTrash(Instant.now().minus(Duration.ofDays(days)));
            }
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "the backup of the day failed; tomorrow it is tried anew", e);
        }
        try {
            new IndexBacklog(store).workOff();
        } catch (StoreException.Closed e) {
            LOG.log(System.Logger.Level.DEBUG, "the next start goes on with the index of words", e);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "some words could not be put into the index; the next start tries", e);
        }
    }

    @Override
    public void close() {
        modelServices.close();
        contextUse.close();
        replies.close();
        models.close();
        engine.close();
        try {
            conversations.close();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "a reply could not be written at the end", e);
        }
        try {
            store.close();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "the store did not close", e);
        }
    }
}
