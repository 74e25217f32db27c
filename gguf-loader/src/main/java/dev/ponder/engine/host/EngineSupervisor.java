package dev.ponder.engine.host;

import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.host.HostEvent.Described;
import dev.ponder.engine.host.HostEvent.Reply;
import dev.ponder.engine.host.HostEvent.Tokenized;
import dev.ponder.engine.host.HostEvent.Unloaded;
import dev.ponder.qwen.Prompt;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An engine in a process of its own, which may die, hang or talk nonsense without harm to this one.
 *
 * <p>The process starts with the first call. When it ends, the calls it had get an error: a generation that ran gets
 * {@link GenerationEvent.Failed} and {@link GenerationEvent.Finished}, and the text it delivered stays valid. A new
 * process is started at once and the model loaded again in the background; calls made meanwhile wait for it. Trouble
 * that a GPU can be behind makes it load fewer layers there. Three ends in a row without work done in between, and
 * nothing is tried again until the next call.
 *
 * <p>A hang is a heartbeat silent for 3 s while this process's own timer ran on time. A native call without progress is
 * reported as {@link GenerationEvent.Stalled} from 5 s on, and ended after thirty times what a batch of 512 tokens takes
 * by the speed measured, at least two minutes, and 15 minutes while nothing has been measured.
 *
 * <p>Events arrive on the thread that reads from the process, or on the supervisor's own where no process could be had.
 * Neither may be used for calls that wait.
 */
public final class EngineSupervisor implements Engine {
    private static final Logger LOG = System.getLogger(EngineSupervisor.class.getName());

    private final Patience patience;
    private final EngineKeeper keeper;
    private final ExecutorService jobs = Executors.newSingleThreadExecutor(this::workerThread);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("engine-watch").factory());
    private volatile @Nullable Thread worker;

    /**
     * A supervisor without a process; the first call starts one.
     *
     * @param command starts the engine process
     * @param listener told what becomes of it
     * @param memory what is known to fail
     */
    public EngineSupervisor(EngineCommand command, SupervisorListener listener, FailureMemory memory) {
        this(command, listener, memory, Patience.STANDARD);
    }

    EngineSupervisor(EngineCommand command, SupervisorListener listener, FailureMemory memory, Patience patience) {
        this.patience = patience;
        keeper = new EngineKeeper(command, patience, listener, memory, owner());
        long tick = patience.tick().toMillis();
        var _ = ticker.scheduleAtFixedRate(
                () -> keeper.current().ifPresent(EngineProcess::tick), tick, tick, TimeUnit.MILLISECONDS);
    }

    private Thread workerThread(Runnable work) {
        var thread = Thread.ofPlatform().daemon().name("engine-supervisor").unstarted(work);
        worker = thread;
        return thread;
    }

    private EngineProcess.Owner owner() {
        return new EngineProcess.Owner() {
            @Override
            public void onEnd(EngineProcess process, ChildEnd end) {
                enqueue(keeper::recover);
            }

            @Override
            public void onComputeFailed(EngineProcess process) {
                enqueue(() -> keeper.stepDown(process));
            }
        };
    }

    /** The engine process's id, where one runs. */
    public OptionalLong pid() {
        return keeper.current()
                .filter(EngineProcess::isOpen)
                .map(process -> OptionalLong.of(process.pid()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public EngineInfo info() throws EngineException {
        return ask(HostRequest.Describe::new, Described.class, keeper::running).info();
    }

    @Override
    public ModelInfo load(LoadRequest request, LoadObserver observer) throws EngineException {
        var abandoned = new AtomicBoolean();
        try {
            return onWorker(() -> keeper.load(request, fraction -> !abandoned.get() && observer.onProgress(fraction)));
        } catch (EngineException e) {
            // where the wait was interrupted, the load itself still runs
            abandoned.set(true);
            throw e;
        }
    }

    @Override
    public void unload() throws EngineException {
        var question = new Question<>(HostRequest.Unload::new, Unloaded.class);
        boolean asked = onWorker(() -> {
            keeper.forgetModel();
            var open = keeper.current().filter(EngineProcess::isOpen);
            open.ifPresent(process -> process.send(question));
            return open.isPresent();
        });
        if (asked) {
            question.await();
        }
    }

    @Override
    public int[] tokenize(Prompt prompt) throws EngineException {
        return ask(id -> new HostRequest.Tokenize(id, prompt), Tokenized.class, keeper::ready).ids().stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<GenerationEvent> events) {
        return start(id -> new HostRequest.Generate(id, request), events);
    }

    @Override
    public Generation warm(String conversation, Prompt prompt, Consumer<GenerationEvent> events) {
        return start(id -> new HostRequest.Warm(id, conversation, prompt), events);
    }

    @Override
    public Generation decide(DecisionRequest request, Consumer<GenerationEvent> events) {
        return start(id -> new HostRequest.Decide(id, request), events);
    }

    private Generation start(LongFunction<HostRequest> request, Consumer<GenerationEvent> events) {
        var generation = new RemoteGeneration(request, events);
        try {
            jobs.execute(() -> send(generation));
        } catch (RejectedExecutionException e) {
            generation.fail(Refusals.closed());
        }
        return generation;
    }

    private void send(RemoteGeneration generation) {
        try {
            if (generation.endIfCancelled()) {
                return;
            }
            var ready = keeper.ready();
            if (!generation.endIfCancelled()) {
                ready.send(generation);
            }
        } catch (EngineException e) {
            generation.fail(e.error());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a reply could not be started", e);
            generation.fail(new EngineError(Code.BAD_REQUEST, "The reply could not be started.", e.toString()));
        }
    }

    @Override
    public void close() {
        keeper.close();
        ticker.shutdownNow();
        jobs.shutdown();
        try {
            // what is queued fails at once; a consumer that blocks may hold it up
            if (!jobs.awaitTermination(patience.exit().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "the engine's supervisor is still busy after it was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper.close();
    }

    private interface Place {
        EngineProcess get() throws EngineException;
    }

    private <A extends Reply> A ask(LongFunction<HostRequest> request, Class<A> answer, Place place)
            throws EngineException {
        var question = new Question<>(request, answer);
        onWorker(() -> {
            place.get().send(question);
            return true;
        });
        return question.await();
    }

    private void enqueue(Runnable job) {
        try {
            jobs.execute(job);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "nothing to do for an engine that is closed", e);
        }
    }

    private <T> T onWorker(Callable<T> work) throws EngineException {
        refuseToWaitForMyself();
        try {
            return jobs.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new EngineException(Refusals.closed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Code.CLOSED, "Waiting for the engine was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException failure) {
                throw new EngineException(failure.error());
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void refuseToWaitForMyself() {
        if (Thread.currentThread().equals(worker)
                || keeper.current().filter(EngineProcess::isReader).isPresent()) {
            throw new IllegalStateException("a consumer of events cannot wait for the engine that calls it");
        }
    }
}
