package dev.ponder.session;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.UnknownModelException;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The model in use: loads one in the place of another, and says how that goes. Safe for all threads. */
public final class ModelSession implements AutoCloseable {
    private final Engine engine;
    private final ModelLibrary library;
    private final SettingsFile settings;
    private final List<Consumer<ModelState>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger wanted = new AtomicInteger();
    private final ExecutorService loader = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("model-loader").daemon().unstarted(work));
    private volatile ModelState state = new ModelState.None();

    /** A session of an engine, with the models and settings of this user. */
    public ModelSession(Engine engine, ModelLibrary library, SettingsFile settings) {
        this.engine = engine;
        this.library = library;
        this.settings = settings;
    }

    /** What becomes of the model now. */
    public ModelState state() {
        return state;
    }

    /** The model that can be talked to, if there is one. */
    public Optional<LoadedModel> ready() {
        return state instanceof ModelState.Ready(var model) ? Optional.of(model) : Optional.empty();
    }

    /** Tells a listener the state now and at every change, on the thread that changes it. */
    public AutoCloseable subscribe(Consumer<ModelState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    /**
     * Loads a model with its own settings; a load under way is given up. Returns at once: the state is that of the new load
     * from now on, though the old one may take a moment to end.
     *
     * @param id of a model in the library, or a file's path
     */
    public void load(String id) {
        int ticket = want(new ModelState.Loading(name(id), 0));
        loader.execute(() -> {
            if (ticket == wanted.get()) {
                load(id, ticket);
            }
        });
    }

    /** Gives up loading; nothing is loaded then. Returns at once. */
    public synchronized void cancel() {
        if (state instanceof ModelState.Loading) {
            want(new ModelState.None());
        }
    }

    /** A new wish, beside which older ones no longer say anything. */
    private synchronized int want(ModelState next) {
        int ticket = wanted.incrementAndGet();
        change(ticket, next);
        return ticket;
    }

    private void load(String id, int ticket) {
        var name = name(id);
        try {
            var file = library.resolve(id);
            var chosen = settings.settings().of(id);
            var header = GgufModel.open(file);
            var info = engine.load(chosen.loadOf(file), fraction -> {
                change(ticket, new ModelState.Loading(name, fraction));
                return ticket == wanted.get();
            });
            var template = ChatTemplate.recognise(info.chatTemplate());
            var bits = header.quantisation().bitsPerWeight();
            if (ticket == wanted.get()) {
                settings.update(now -> now.withModel(id));
            }
            var limits = ContextLimits.of(header.architecture(), template.kind());
            change(ticket, new ModelState.Ready(new LoadedModel(id, name, info, template, bits, limits, chosen)));
        } catch (EngineException | UnknownModelException | IOException e) {
            change(ticket, new ModelState.Failed(id, name, e));
        }
    }

    private static String name(String id) {
        var file = Path.of(id).getFileName();
        var last = file == null ? id : file.toString();
        return last.toLowerCase(java.util.Locale.ROOT).endsWith(".gguf")
                ? last.substring(0, last.length() - ".gguf".length())
                : last;
    }

    /** Says what became of a wish, unless there is a later one: then nobody wants to know. */
    private synchronized void change(int ticket, ModelState next) {
        if (ticket == wanted.get()) {
            state = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    @Override
    public void close() {
        wanted.incrementAndGet();
        loader.shutdown();
        try {
            // the load under way ends at its next sign of progress
            loader.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
