package dev.ponder.ui.chat;

import dev.ponder.chat.Conversations;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Said;
import dev.ponder.replies.Weight;
import dev.ponder.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stores what is said, and replies when the test says so. */
public final class FakeChat implements ChatService {

    private final Conversations conversations;
    private final Executor deliverer;
    private final List<String> calls = new ArrayList<>();
    private final List<Long> measured = Collections.synchronizedList(new ArrayList<>());
    private Consumer<? super ChatEvent> observer = _ -> {};
    private @Nullable RuntimeException refusal;

    /** Tells of events through a deliverer: the JavaFX thread, or at once where there is no toolkit. */
    public FakeChat(Conversations conversations, Executor deliverer) {
        this.conversations = conversations;
        this.deliverer = deliverer;
    }

    /** What was asked for, one entry for each call. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Makes the next call fail. */
    public void refuseWith(RuntimeException failure) {
        refusal = failure;
    }

    /** Tells the window of an event. */
    public void tell(ChatEvent event) {
        deliverer.execute(() -> observer.accept(event));
    }

    @Override
    public void send(long conversation, Said said) throws StoreException {
        note("send " + said.text());
        conversations.say(conversation, said);
        changed(conversation);
        tell(new ChatEvent.Progress(conversation, ChatEvent.Phase.THINKING, 0, 0));
    }

    @Override
    public void ask(ReplyRequest request) {
        note(
                switch (request) {
                    case ReplyRequest.Retry(var message) -> "retry " + message;
                    case ReplyRequest.Resume(var reply) -> "resume " + reply;
                    case ReplyRequest.ThinkOn(var reply, var thoughts) -> "think on " + reply + " " + thoughts;
                    default -> request.toString();
                });
    }

    @Override
    public void queue(long conversation, Said said) throws StoreException {
        note("queue " + said.text());
        conversations.queue(conversation, said);
        changed(conversation);
    }

    /** Counts a token for each character, in a context of a thousand. */
    @Override
    public Optional<Weight> weigh(long conversation, Said said) {
        var tokens = said.enclosed().attachments().stream()
                .map(attachment -> attachment.text().length())
                .toList();
        int all =
                tokens.stream().mapToInt(Integer::intValue).sum() + said.text().length();
        return Optional.of(new Weight(tokens, new Ledger(0, 0, all, 0, 0, 100, 1_000)));
    }

    @Override
    public void edit(long userMessage, Said said) {
        note("edit " + userMessage + " " + said.text());
    }

    @Override
    public void choose(long message) {
        note("choose " + message);
    }

    @Override
    public void delete(long message) throws StoreException {
        note("delete " + message);
        changed(conversations.branches().delete(message));
    }

    @Override
    public void restore(long message) throws StoreException {
        note("restore " + message);
        changed(conversations.branches().restore(message));
    }

    private void changed(long conversation) throws StoreException {
        tell(new ChatEvent.Changed(conversations.find(conversation).orElseThrow()));
    }

    @Override
    public void keep(long reply) {
        note("keep " + reply);
    }

    @Override
    public void answerNow() {
        note("answer now");
    }

    @Override
    public void letThink() {
        note("let think");
    }

    @Override
    public void measure(long conversation) {
        measured.add(conversation);
    }

    /** The conversations whose use of the context was asked for. */
    public synchronized List<Long> measured() {
        return List.copyOf(measured);
    }

    @Override
    public void stop() {
        note("stop");
    }

    @Override
    public void observe(Consumer<? super ChatEvent> listener) {
        observer = listener;
    }

    private synchronized void note(String call) {
        calls.add(call);
        var failure = refusal;
        refusal = null;
        if (failure != null) {
            throw failure;
        }
    }
}
