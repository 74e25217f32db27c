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
     * Loads a model with its own settings; a load under way is given up. Returns at once.
     *
     * @param id of a model in the library, or a file's path
     */
    public void load(String id) {
        int ticket = wanted.incrementAndGet();
        loader.execute(() -> {
            if (ticket == wanted.get()) {
                load(id, ticket);
            }
        });
    }

    /** Gives up loading. Returns at once. */
    public void cancel() {
        wanted.incrementAndGet();
    }

    private void load(String id, int ticket) {
        var name = name(id);
        change(new ModelState.Loading(name, 0));
        try {
            var file = library.resolve(id);
            var chosen = settings.settings().of(id);
            var header = GgufModel.open(file);
            var info = engine.load(chosen.loadOf(file), fraction -> {
                change(new ModelState.Loading(name, fraction));
                return ticket == wanted.get();
            });
            var template = ChatTemplate.recognise(info.chatTemplate());
            var bits = header.quantisation().bitsPerWeight();
            settings.update(now -> now.withModel(id));
            var limits = ContextLimits.of(header.architecture(), template.kind());
            change(new ModelState.Ready(new LoadedModel(id, name, info, template, bits, limits, chosen)));
        } catch (EngineException e) {
            change(
                    ticket == wanted.get()
                            ? new ModelState.Failed(id, name, e)
                            // given up by the user: nothing is loaded, and nothing went wrong
                            : new ModelState.None());
        } catch (UnknownModelException | IOException e) {
            change(new ModelState.Failed(id, name, e));
        }
    }

    private static String name(String id) {
        var file = Path.of(id).getFileName();
        var last = file == null ? id : file.toString();
        return last.toLowerCase(java.util.Locale.ROOT).endsWith(".gguf")
                ? last.substring(0, last.length() - ".gguf".length())
                : last;
    }

    private void change(ModelState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    @Override
    public void close() {
        cancel();
        loader.shutdown();
        try {
            // the load under way ends at its next sign of progress
            loader.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
