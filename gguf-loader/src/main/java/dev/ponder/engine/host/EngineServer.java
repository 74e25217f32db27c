package dev.ponder.engine.host;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.Pulse;
import dev.ponder.engine.host.HostEvent.Described;
import dev.ponder.engine.host.HostEvent.Generated;
import dev.ponder.engine.host.HostEvent.LoadProgress;
import dev.ponder.engine.host.HostEvent.Loaded;
import dev.ponder.engine.host.HostEvent.Refused;
import dev.ponder.engine.host.HostEvent.Tokenized;
import dev.ponder.engine.host.HostEvent.Unloaded;
import dev.ponder.engine.host.HostRequest.Cancel;
import dev.ponder.engine.host.HostRequest.Decide;
import dev.ponder.engine.host.HostRequest.Describe;
import dev.ponder.engine.host.HostRequest.Generate;
import dev.ponder.engine.host.HostRequest.Land;
import dev.ponder.engine.host.HostRequest.Load;
import dev.ponder.engine.host.HostRequest.Shutdown;
import dev.ponder.engine.host.HostRequest.Tokenize;
import dev.ponder.engine.host.HostRequest.Unload;
import dev.ponder.engine.host.HostRequest.Warm;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests with an engine. Requests are taken on one thread and worked on by another, so that a cancel gets
 * through while native code works.
 */
final class EngineServer {
    private static final Logger LOG = System.getLogger(EngineServer.class.getName());

    /** Work on an open engine that ends in an answer. */
    private interface Work {
        @Nullable HostEvent run(Engine engine) throws EngineException;
    }

    /** Begins work whose answers are the events of a generation. */
    private interface Start {
        Generation on(Engine engine, Consumer<GenerationEvent> events);
    }

    private final EngineFactory factory;
    private final Consumer<HostEvent> out;
    private final Executor worker;
    private final Map<Long, Cancellable> running = new ConcurrentHashMap<>();
    private volatile @Nullable Engine engine;

    /**
     * A server without an engine; the first request opens one.
     *
     * @param factory opens the engine
     * @param out takes answers, from any thread
     * @param worker runs one piece of work at a time, in order
     */
    EngineServer(EngineFactory factory, Consumer<HostEvent> out, Executor worker) {
        this.factory = factory;
        this.out = out;
        this.worker = worker;
    }

    /**
     * Takes requests until the stream ends or the front process asks for the end.
     *
     * @return whether it asked for the end
     * @throws IOException when the stream carries anything but requests
     */
    boolean serve(FrameReader in) throws IOException {
        for (var payload = in.read(); payload != null; payload = in.read()) {
            var request = RequestCodec.decode(payload);
            if (request instanceof Shutdown) {
                return true;
            }
            accept(request);
        }
        return false;
    }

    /** How long the engine's native code has been busy, in milliseconds; 0 where it is not or does not say. */
    long busyMillis() {
        return engine instanceof Pulse pulse ? pulse.busyMillis() : 0;
    }

    /** Ends what runs and frees the engine; returns once native code has returned. */
    void close() {
        running.values().forEach(Cancellable::cancel);
        var open = engine;
        if (open != null) {
            open.close();
        }
    }

    private void accept(HostRequest request) {
        switch (request) {
            case Describe(var id) -> work(id, open -> new Described(id, open.info()));
            case Load(var id, var load) -> {
                var cancel = start(id);
                work(id, open -> load(open, id, load, cancel));
            }
            case Unload(var id) ->
                work(id, open -> {
                    open.unload();
                    return new Unloaded(id);
                });
            case Tokenize(var id, var prompt) ->
                work(
                        id,
                        open -> new Tokenized(
                                id, Arrays.stream(open.tokenize(prompt)).boxed().toList()));
            case Generate(var id, var generation) -> run(id, (open, events) -> open.generate(generation, events));
            case Warm(var id, var conversation, var prompt) ->
                run(id, (open, events) -> open.warm(conversation, prompt, events));
            case Decide(var id, var decision) -> run(id, (open, events) -> open.decide(decision, events));
            case Cancel(var id) -> reach(id, Cancellable::cancel);
            case Land(var id, var by) -> reach(id, found -> found.land(by));
            case Shutdown() -> close();
        }
    }

    /** A load or generation may have ended while a request that concerns it was on its way. */
    private void reach(long id, Consumer<Cancellable> act) {
        var found = running.get(id);
        if (found != null) {
            act.accept(found);
        }
    }

    private Cancellable start(long id) {
        var cancellable = new Cancellable();
        running.put(id, cancellable);
        return cancellable;
    }

    private void work(long id, Work work) {
        worker.execute(() -> {
            try {
                var answer = work.run(open());
                if (answer != null) {
                    out.accept(answer);
                }
            } catch (EngineException e) {
                refuse(id, e.error());
            } catch (RuntimeException e) {
                // a fault of ours: the front process shows it, and the log has where it came from
                LOG.log(Level.ERROR, "a request failed", e);
                refuse(id, new EngineError(Code.COMPUTE_FAILED, "The engine failed unexpectedly.", e.toString()));
            }
        });
    }

    private void refuse(long id, EngineError error) {
        running.remove(id);
        out.accept(new Refused(id, error));
    }

    private Engine open() throws EngineException {
        var open = engine;
        if (open == null) {
            open = factory.open();
            engine = open;
        }
        return open;
    }

    private HostEvent load(Engine open, long id, LoadRequest request, Cancellable cancel) throws EngineException {
        var model = open.load(request, fraction -> {
            out.accept(new LoadProgress(id, fraction));
            return !cancel.isCancelled();
        });
        running.remove(id);
        return new Loaded(id, model);
    }

    private void run(long id, Start start) {
        var cancellable = start(id);
        work(id, open -> {
            cancellable.started(start.on(open, event -> {
                if (event instanceof GenerationEvent.Finished) {
                    running.remove(id);
                }
                out.accept(new Generated(id, event));
            }));
            return null;
        });
    }
}
