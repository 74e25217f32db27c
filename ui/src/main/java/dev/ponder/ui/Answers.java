package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.engine.EngineException;
import dev.ponder.store.StoreException;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.chat.ChatService;
import java.util.function.Consumer;

/** The application's replies, as the window asks for them. */
final class Answers implements ChatService {
    private final Ponder ponder;
    private final ReplyEvents events;

    Answers(Ponder ponder, ReplyEvents events) {
        this.ponder = ponder;
        this.events = events;
    }

    @Override
    public void send(long conversation, String text) throws StoreException, EngineException {
        ponder.replies().send(conversation, text);
    }

    @Override
    public void retry(long reply) throws StoreException, EngineException {
        ponder.replies().retry(reply);
    }

    @Override
    public void edit(long userMessage, String text) throws StoreException, EngineException {
        ponder.replies().edit(userMessage, text);
    }

    @Override
    public void resume(long reply) throws StoreException, EngineException {
        ponder.replies().resume(reply);
    }

    @Override
    public void choose(long message) throws StoreException {
        var end = ponder.conversations().choose(message);
        ponder.conversations().find(end.conversation()).ifPresent(events::onChanged);
    }

    @Override
    public void measure(long conversation) {
        ponder.contextUse().measure(conversation);
    }

    @Override
    public void stop() {
        ponder.replies().stop();
    }

    @Override
    public void observe(Consumer<? super ChatEvent> observer) {
        events.observe(observer);
    }
}
