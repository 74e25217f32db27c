package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.host.HostEvent.Generated;
import dev.ponder.engine.host.HostEvent.Refused;
import dev.ponder.engine.host.HostEvent.Reply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A generation, a decision or a warming that runs in another process. */
final class RemoteGeneration implements Generation, Call {
    private static final Logger LOG = System.getLogger(RemoteGeneration.class.getName());

    private final LongFunction<HostRequest> request;
    private final Consumer<GenerationEvent> events;
    private final ReplyAccount account = new ReplyAccount(System.nanoTime());
    private final CompletableFuture<Finished> finished = new CompletableFuture<>();
    private boolean mute;
    private boolean failed;
    private boolean suspectsGpu;

    private final Object controlLock = new Object();
    private boolean cancelled;
    private @Nullable LandedBy landing;
    private @Nullable Control control;

    /** Reaches the request while it is with a process. */
    interface Control {

        /** Sends a cancel; does not block. */
        void cancel();

        /** Sends a wish to land; does not block. */
        void land(LandedBy by);
    }

    /**
     * A generation that was not sent yet.
     *
     * @param request what to send, given the id
     * @param events receives every event
     */
    RemoteGeneration(LongFunction<HostRequest> request, Consumer<GenerationEvent> events) {
        this.request = request;
        this.events = events;
    }

    @Override
    public HostRequest request(long id) {
        return request.apply(id);
    }

    @Override
    public void cancel() {
        synchronized (controlLock) {
            cancelled = true;
            if (control != null) {
                control.cancel();
            }
        }
    }

    @Override
    public void land(LandedBy by) {
        synchronized (controlLock) {
            if (landing != null) {
                return;
            }
            landing = by;
            if (control != null) {
                control.land(by);
            }
        }
    }

    /** Tells how to reach the request once it is with a process; what was wished for before is sent then. */
    void sent(Control reach) {
        synchronized (controlLock) {
            control = reach;
            if (cancelled) {
                reach.cancel();
            }
            if (landing != null) {
                reach.land(landing);
            }
        }
    }

    /** Ends a generation that was cancelled before it was sent. */
    boolean endIfCancelled() {
        synchronized (controlLock) {
            if (!cancelled) {
                return false;
            }
        }
        finish(account.close(StopReason.CANCELLED, System.nanoTime()));
        return true;
    }

    @Override
    public Finished await() throws InterruptedException {
        try {
            return finished.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a generation only ever finishes", e);
        }
    }

    @Override
    public boolean answer(Reply reply) throws WireException {
        return switch (reply) {
            case Generated(var _, var event) -> {
                account.note(event, System.nanoTime());
                yield deliver(event);
            }
            case Refused(var _, var error) -> {
                fail(error);
                yield true;
            }
            default -> throw new WireException(reply.getClass().getSimpleName() + " is no event of a generation");
        };
    }

    private boolean deliver(GenerationEvent event) {
        switch (event) {
            case Finished last -> finish(last);
            case Failed(var error) -> {
                failed = true;
                suspectsGpu = error.code() == Code.COMPUTE_FAILED;
                hand(event);
            }
            default -> hand(event);
        }
        return event instanceof Finished;
    }

    /** Tells that the native call in progress takes long. */
    void stalled(int seconds) {
        hand(new GenerationEvent.Stalled(seconds));
    }

    /** Whether the engine failed to compute, which a GPU can be behind. */
    boolean suspectsGpu() {
        return suspectsGpu;
    }

    @Override
    public void fail(EngineError error) {
        if (!failed) {
            hand(new Failed(error));
        }
        finish(account.close(StopReason.ERROR, System.nanoTime()));
    }

    private void finish(Finished last) {
        // even a consumer that failed before gets the last event: something may wait for it
        mute = false;
        hand(last);
        finished.complete(last);
    }

    private void hand(GenerationEvent event) {
        if (mute) {
            return;
        }
        try {
            events.accept(event);
        } catch (RuntimeException | Error e) {
            mute = true;
            LOG.log(Level.ERROR, "a consumer of a reply failed; the reply is cancelled", e);
            cancel();
        }
    }
}
