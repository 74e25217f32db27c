package dev.ponder.engine.host;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.host.HostEvent.Described;
import dev.ponder.engine.host.HostEvent.Reply;
import dev.ponder.engine.host.HostEvent.Unloaded;
import dev.ponder.engine.host.SupervisorState.GaveUp;
import dev.ponder.engine.host.SupervisorState.Ready;
import dev.ponder.engine.host.SupervisorState.Restarting;
import dev.ponder.engine.host.SupervisorState.Starting;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an engine process with the wanted model in it: starts, restarts, reloads, steps down, gives up. Belongs to the
 * supervisor's one working thread, except where said.
 */
final class EngineKeeper {
    private static final Logger LOG = System.getLogger(EngineKeeper.class.getName());

    private interface Attempt<T> {
        T run() throws EngineException;
    }

    private final EngineCommand command;
    private final Patience patience;
    private final EngineProcess.Owner owner;
    private final SupervisorListener listener;
    private final RestartPolicy policy = new RestartPolicy();
    private final ModelPlacement placement;
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile @Nullable EngineProcess process;
    private @Nullable EngineProcess placedIn;

    EngineKeeper(
            EngineCommand command,
            Patience patience,
            SupervisorListener listener,
            FailureMemory memory,
            EngineProcess.Owner owner) {
        this.command = command;
        this.patience = patience;
        this.listener = listener;
        this.owner = owner;
        placement = new ModelPlacement(memory, this::tell);
    }

    /** The process now, dead or alive. Any thread. */
    Optional<EngineProcess> current() {
        return Optional.ofNullable(process);
    }

    /**
     * A process that answers, with or without a model.
     *
     * @throws EngineException when none can be had
     */
    EngineProcess running() throws EngineException {
        return insist(this::open);
    }

    /**
     * A process with the wanted model in it, if one is wanted.
     *
     * @throws EngineException when none can be had
     */
    EngineProcess ready() throws EngineException {
        return insist(() -> {
            var open = open();
            if (placement.isWanted() && !open.equals(placedIn)) {
                place(open, new WatchedLoad(LoadObserver.NONE));
            }
            return open;
        });
    }

    /**
     * Loads a model, and keeps it loaded from then on.
     *
     * @throws EngineException when it was refused or cancelled, or ended the process too often
     */
    ModelInfo load(LoadRequest request, LoadObserver observer) throws EngineException {
        policy.forget();
        if (placement.want(request)) {
            policy.expectFailure();
        }
        placedIn = null;
        var watched = new WatchedLoad(observer);
        try {
            return insist(() -> {
                var open = open();
                // the process may have ended instead of obeying
                watched.requireWanted();
                return place(open, watched);
            });
        } catch (EngineException e) {
            placement.forget();
            throw e;
        }
    }

    /** Wants no model any more. */
    void forgetModel() {
        placement.forget();
        placedIn = null;
    }

    /** Restarts what has ended, without being asked by a user. */
    void recover() {
        try {
            settle();
            if (placement.isWanted()) {
                ready();
            }
        } catch (EngineException e) {
            // the next call meets the same failure and reports it; an exhausted policy has told already
            if (!policy.isExhausted() && e.code() != Code.CLOSED) {
                tell(new GaveUp(e.error()));
            }
        }
    }

    /** Loads the model again with fewer layers on the GPU, where there is one. */
    void stepDown(EngineProcess failed) {
        if (failed.equals(placedIn) && placement.stepDown()) {
            placedIn = null;
            recover();
        }
    }

    /** Keeps anything from being started from now on, and ends what runs. Any thread; waits. */
    void close() {
        closing.countDown();
        current().ifPresent(EngineProcess::close);
    }

    /** Tries again after each end of the process, until {@link #settle} has had enough. */
    private <T> T insist(Attempt<T> attempt) throws EngineException {
        while (true) {
            try {
                return attempt.run();
            } catch (EngineException e) {
                boolean ended = current().filter(now -> !now.isOpen()).isPresent();
                if (closing.getCount() == 0 || (!ended && !placement.stepDownAfter(e.code()))) {
                    throw e;
                }
            }
        }
    }

    private EngineProcess open() throws EngineException {
        settle();
        var open = process;
        return open != null ? open : start();
    }

    private EngineProcess start() throws EngineException {
        requireOpen();
        tell(new Starting());
        try {
            var started = EngineProcess.start(command, owner, patience);
            process = started;
            // closing may have missed the new process
            requireOpen();
            started.awaitGreeting();
            var end = started.end();
            if (end != null) {
                throw new EngineException(end.error());
            }
            if (!placement.isWanted()) {
                tell(new Ready(started.pid()));
            }
            return started;
        } catch (IOException e) {
            throw new EngineException(
                    ChildEnds.unstartable(String.valueOf(e.getMessage())).error());
        }
    }

    /** Draws the conclusions from the end of a process, once, and waits before the next is due. */
    private void settle() throws EngineException {
        var ended = process;
        var end = ended == null ? null : ended.end();
        if (ended == null || end == null) {
            return;
        }
        process = null;
        placedIn = null;
        requireOpen();
        if (ended.isProven()) {
            policy.forget();
        }
        policy.failed();
        if (end.suspectsGpu()) {
            placement.stepDown();
        }
        if (policy.isExhausted()) {
            var error = placement.giveUp(end.error());
            tell(new GaveUp(error));
            throw new EngineException(error);
        }
        tell(new Restarting(end.error()));
        pause();
    }

    private void pause() throws EngineException {
        try {
            if (closing.await(policy.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                requireOpen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Refusals.closed());
        }
    }

    private void requireOpen() throws EngineException {
        if (closing.getCount() == 0) {
            current().ifPresent(EngineProcess::close);
            throw new EngineException(Refusals.closed());
        }
    }

    private ModelInfo place(EngineProcess open, WatchedLoad observer) throws EngineException {
        if (placement.needsDevices()) {
            placement.learn(ask(open, new Question<>(HostRequest.Describe::new, Described.class))
                    .info());
        }
        var load = new LoadCall(placement.request(), observer, open::cancel);
        open.send(load);
        var model = load.await();
        if (observer.isCancelled()) {
            // it was faster than the cancel
            ask(open, new Question<>(HostRequest.Unload::new, Unloaded.class));
        }
        observer.requireWanted();
        placedIn = open;
        placement.worked();
        tell(new Ready(open.pid()));
        return model;
    }

    private static <A extends Reply> A ask(EngineProcess open, Question<A> question) throws EngineException {
        open.send(question);
        return question.await();
    }

    private void tell(SupervisorState state) {
        try {
            listener.onState(state);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a listener of the engine's state failed", e);
        }
    }
}
