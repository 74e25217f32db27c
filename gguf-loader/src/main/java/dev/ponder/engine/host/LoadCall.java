package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.host.HostEvent.LoadProgress;
import dev.ponder.engine.host.HostEvent.Loaded;
import dev.ponder.engine.host.HostEvent.Reply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongConsumer;

/** A load under way. */
final class LoadCall implements Call {
    private static final Logger LOG = System.getLogger(LoadCall.class.getName());

    private final Question<Loaded> question;
    private final LoadObserver observer;
    private final LongConsumer cancel;

    /**
     * A load.
     *
     * @param observer told of progress
     * @param cancel sends the cancel for an id when the observer asks for it
     */
    LoadCall(LoadRequest request, LoadObserver observer, LongConsumer cancel) {
        question = new Question<>(id -> new HostRequest.Load(id, request), Loaded.class);
        this.observer = observer;
        this.cancel = cancel;
    }

    @Override
    public HostRequest request(long id) {
        return question.request(id);
    }

    @Override
    public boolean answer(Reply reply) throws WireException {
        if (!(reply instanceof LoadProgress(var id, var fraction))) {
            return question.answer(reply);
        }
        if (fraction < 0 || fraction > 1) {
            throw new WireException("a load cannot be at " + fraction);
        }
        if (!goesOn(fraction)) {
            cancel.accept(id);
        }
        return false;
    }

    private boolean goesOn(double fraction) {
        try {
            return observer.onProgress(fraction);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "an observer of a load failed; the load is cancelled", e);
            return false;
        }
    }

    @Override
    public void fail(EngineError error) {
        question.fail(error);
    }

    ModelInfo await() throws EngineException {
        return question.await().model();
    }
}
