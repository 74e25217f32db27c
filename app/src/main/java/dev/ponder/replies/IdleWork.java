package dev.ponder.replies;

import dev.ponder.chat.Continuation;
import dev.ponder.chat.Conversation;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.session.LoadedModel;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the engine does while the user reads: it brings the conversation's cache to what the next turn begins with, the
 * answer without its thought, and gives the conversation a title. Given up at once when anything else is wanted.
 *
 * <p>First the cache, since the title's prompt begins like it; after a title the cache again, which by then costs a copy.
 */
final class IdleWork {
    private static final System.Logger LOG = System.getLogger(IdleWork.class.getName());

    private final Services services;
    private final Prompts prompts;
    private final Titles titles;
    private final Executor steps;
    private @Nullable Generation warming;
    private long ticket;

    IdleWork(Services services, Prompts prompts, Executor steps) {
        this.services = services;
        this.prompts = prompts;
        this.steps = steps;
        titles = new Titles(services.engine(), services.conversations(), services.listener()::onListChanged);
    }

    /** Gives up what is in work. */
    void interrupt() {
        Generation now;
        synchronized (this) {
            ticket++;
            now = warming;
            warming = null;
        }
        if (now != null) {
            now.cancel();
        }
        titles.interrupt();
    }

    /** Begins after a reply. Blocks while tokens are counted. */
    void begin(Conversation conversation, LoadedModel model) {
        long mine;
        synchronized (this) {
            mine = ++ticket;
        }
        warm(conversation, model, mine, () -> {
            if (isWanted(mine)) {
                titles.suggestSoon(
                        conversation, model, () -> steps.execute(() -> warm(conversation, model, mine, () -> {})));
            }
        });
    }

    private synchronized boolean isWanted(long mine) {
        return ticket == mine;
    }

    private void warm(Conversation conversation, LoadedModel model, long mine, Runnable after) {
        if (!isWanted(mine) || !isOver(conversation)) {
            return;
        }
        try {
            var history = prompts.history(model, conversation);
            if (history.isEmpty()) {
                return;
            }
            var begun = services.engine().warm(ReplyMaker.cache(conversation.id()), history.get(), event -> {
                if (event instanceof Finished(var reason, var _, var _) && reason == StopReason.STOP) {
                    services.listener().onWarm(conversation.id());
                    steps.execute(after);
                }
            });
            keep(begun, mine);
        } catch (EngineException e) {
            // the next turn prefills more, that is all
            LOG.log(System.Logger.Level.DEBUG, "a conversation was not warmed", e);
        }
    }

    private void keep(Generation begun, long mine) {
        boolean wanted;
        synchronized (this) {
            wanted = ticket == mine;
            if (wanted) {
                warming = begun;
            }
        }
        if (!wanted) {
            begun.cancel();
        }
    }

    /** A reply that was cut off may go on, and then its thought is wanted in the cache. */
    private static boolean isOver(Conversation conversation) {
        var branch = conversation.branch();
        return !branch.isEmpty() && Continuation.of(branch.getLast()) instanceof Continuation.Nothing;
    }
}
