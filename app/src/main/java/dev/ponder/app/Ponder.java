package dev.ponder.app;

import dev.ponder.chat.Conversations;
import dev.ponder.engine.Engine;
import dev.ponder.engine.host.EngineCommand;
import dev.ponder.engine.host.EngineSupervisor;
import dev.ponder.engine.host.FailureMemory;
import dev.ponder.engine.host.SupervisorListener;
import dev.ponder.hardware.MeasuringEngine;
import dev.ponder.models.LibraryBook;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.fit.SpeedBookFile;
import dev.ponder.replies.Replies;
import dev.ponder.replies.ReplyListener;
import dev.ponder.resources.DemoModel;
import dev.ponder.session.ModelSession;
import dev.ponder.settings.SettingsFile;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The application: all services, opened in order by one thread and closed in reverse. The engine process starts when a
 * model is loaded.
 */
public final class Ponder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Ponder.class.getName());

    private static final Duration TRASH_KEPT = Duration.ofDays(30);

    private final PonderPaths paths;
    private final SettingsFile settings;
    private final Store store;
    private final Conversations conversations;
    private final ModelLibrary library;
    private final Engine engineProcess;
    private final MeasuringEngine engine;
    private final ModelServices modelServices;
    private final ModelSession models;
    private final Replies replies;

    private Ponder(
            PonderPaths paths,
            SettingsFile settings,
            Store store,
            Conversations conversations,
            Engines engines,
            ReplyListener listener)
            throws IOException {
        this.paths = paths;
        this.settings = settings;
        this.store = store;
        this.conversations = conversations;
        library = new ModelLibrary(paths.models(), DemoModel.file().orElse(null), LibraryBook.open(paths.library()));
        var speeds = SpeedBookFile.open(paths.speeds());
        engineProcess = engines.inUse();
        engine = new MeasuringEngine(engineProcess, speeds);
        modelServices = new ModelServices(paths, library, engine, speeds, engines.other());
        models = new ModelSession(engine, library, settings);
        replies = new Replies(engine, conversations, models::ready, listener);
    }

    /**
     * Opens the application. Blocks while the store is checked.
     *
     * @param replies told what becomes of replies
     * @param supervisor told what becomes of the engine process
     * @throws IOException when the settings file or what is remembered of models cannot be read at all
     * @throws StoreException when the store is damaged, of a newer version, or cannot be written
     */
    public static Ponder open(PonderPaths paths, ReplyListener replies, SupervisorListener supervisor)
            throws IOException, StoreException {
        var settings = SettingsFile.open(paths.settings());
        var store = Store.open(new StoreFiles(paths.data()));
        try {
            var conversations = Conversations.open(store);
            var engine = new EngineSupervisor(
                    EngineCommand.ofThisRuntime(paths.crashes()), supervisor, FailureMemory.in(paths.data()));
            var engines = new Engines(engine, () -> probeEngine(paths));
            return new Ponder(paths, settings, store, conversations, engines, replies);
        } catch (StoreException | IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * The engines of the application.
     *
     * @param inUse holds the model in use
     * @param other starts another
     */
    private record Engines(Engine inUse, Supplier<Engine> other) {}

    /** An engine that forgets what failed in it: a driver's fault in a measurement says nothing of real models. */
    private static Engine probeEngine(PonderPaths paths) {
        return new EngineSupervisor(EngineCommand.ofThisRuntime(paths.crashes()), _ -> {}, FailureMemory.untilExit());
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

    /** The models on this computer. */
    public ModelLibrary library() {
        return library;
    }

    /** Finding, fitting, fetching and keeping models. */
    public ModelServices modelServices() {
        return modelServices;
    }

    /** The engine's process; what generates is asked of {@link #replies}, what loads of {@link #models}. */
    public Engine engine() {
        return engineProcess;
    }

    /** The model in use. */
    public ModelSession models() {
        return models;
    }

    /** Makes replies. */
    public Replies replies() {
        return replies;
    }

    /** Makes the backup of the day where it is missing, and empties the trash of what lay there for a month. Blocks. */
    public void tidyUp() {
        try {
            var _ = store.backUp(LocalDate.now(ZoneId.systemDefault()));
            conversations.purgeTrash(Instant.now().minus(TRASH_KEPT));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "the backup of the day failed; tomorrow it is tried anew", e);
        }
    }

    @Override
    public void close() {
        replies.close();
        models.close();
        modelServices.close();
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
