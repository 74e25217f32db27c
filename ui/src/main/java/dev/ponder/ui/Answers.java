package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.chat.Said;
import dev.ponder.engine.EngineException;
import dev.ponder.replies.Weight;
import dev.ponder.store.StoreException;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.chat.ChatService;
import dev.ponder.ui.chat.ReplyRequest;
import java.util.Optional;
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
    public void send(long conversation, Said said) throws StoreException, EngineException {
        ponder.replies().send(conversation, said);
    }

    @Override
    public void queue(long conversation, Said said) throws StoreException, EngineException {
        ponder.replies().queue(conversation, said);
    }

    @Override
    public Optional<Weight> weigh(long conversation, Said said) throws StoreException, EngineException {
        return ponder.replies().weigh(conversation, said);
    }

    @Override
    public void ask(ReplyRequest request) throws StoreException, EngineException {
        var replies = ponder.replies();
        switch (request) {
            case ReplyRequest.Retry(var message) -> replies.retry(message);
            case ReplyRequest.NewAnswer(var reply) -> replies.newAnswer(reply);
            case ReplyRequest.ThinkOn(var reply, var thoughts) -> replies.editThoughts(reply, thoughts);
            case ReplyRequest.Redo(var reply) -> replies.redo(reply);
            case ReplyRequest.Resume(var reply) -> replies.resume(reply);
            case ReplyRequest.AnswerFromThoughts(var reply) -> replies.answerFromThoughts(reply);
            case ReplyRequest.Compare(var question) -> replies.compare(question);
            case ReplyRequest.GoOn(var conversation) -> {
                if (!replies.goOn(conversation)) {
                    ponder.conversations().find(conversation).ifPresent(events::onNothingLeft);
                }
            }
        }
    }

    @Override
    public void edit(long userMessage, Said said) throws StoreException, EngineException {
        ponder.replies().edit(userMessage, said);
    }

    @Override
    public void choose(long message) throws StoreException {
        changed(ponder.conversations().choose(message).conversation());
    }

    @Override
    public void delete(long message) throws StoreException {
        changed(ponder.conversations().branches().delete(message));
    }

    @Override
    public void restore(long message) throws StoreException {
        changed(ponder.conversations().branches().restore(message));
    }

    private void changed(long conversation) throws StoreException {
        ponder.conversations().find(conversation).ifPresent(events::onChanged);
    }

    @Override
    public void keep(long reply) throws StoreException {
        ponder.replies().keep(reply);
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
    public void answerNow() {
        ponder.replies().answerNow();
    }

    @Override
    public void letThink() {
        ponder.replies().letThink();
    }

    @Override
    public void observe(Consumer<? super ChatEvent> observer) {
        events.observe(observer);
    }
}
