package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.host.HostEvent.Refused;
import dev.ponder.engine.host.HostEvent.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongFunction;

/**
 * A request with one answer.
 *
 * @param <A> the answer
 */
final class Question<A extends Reply> implements Call {
    private final LongFunction<HostRequest> request;
    private final Class<A> answer;
    private final CompletableFuture<A> result = new CompletableFuture<>();

    Question(LongFunction<HostRequest> request, Class<A> answer) {
        this.request = request;
        this.answer = answer;
    }

    @Override
    public HostRequest request(long id) {
        return request.apply(id);
    }

    @Override
    public boolean answer(Reply reply) throws WireException {
        if (reply instanceof Refused(var _, var error)) {
            fail(error);
        } else if (answer.isInstance(reply)) {
            result.complete(answer.cast(reply));
        } else {
            throw new WireException(reply.getClass().getSimpleName() + " is no answer to this request");
        }
        return true;
    }

    @Override
    public void fail(EngineError error) {
        result.completeExceptionally(new EngineException(error));
    }

    /**
     * Waits for the answer.
     *
     * @throws EngineException when the engine refused, ended, or the waiting thread is interrupted
     */
    A await() throws EngineException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Code.CLOSED, "Waiting for the engine was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException failure) {
                // a new one, so that its stack shows who asked
                throw new EngineException(failure.error());
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
