package dev.ponder.ui.chat;

import dev.ponder.chat.Said;
import dev.ponder.engine.EngineException;
import dev.ponder.replies.Weight;
import dev.ponder.store.StoreException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whoever answers. Methods that may throw block while the store writes, and do not wait for the reply; it arrives as
 * events. One reply at a time.
 */
public interface ChatService {

    /** Says something at the end of the shown branch, and begins a reply. */
    void send(long conversation, Said said) throws StoreException, EngineException;

    /** Has something said once the reply in progress has come to its end. */
    void queue(long conversation, Said said) throws StoreException, EngineException;

    /** What something would take of the context; empty where that cannot be counted now. */
    Optional<Weight> weigh(long conversation, Said said) throws StoreException, EngineException;

    /** Has a reply made, or its rest. */
    void ask(ReplyRequest request) throws StoreException, EngineException;

    /** Says something else in the place of what the user said, and begins a reply. */
    void edit(long userMessage, Said said) throws StoreException, EngineException;

    /** Shows the branch through a message. */
    void choose(long message) throws StoreException;

    /** Moves the branch that begins with a message to the trash, and shows what stands beside it. */
    void delete(long message) throws StoreException;

    /** Takes a branch out of the trash, and shows it. */
    void restore(long message) throws StoreException;

    /** Chooses a reply of a comparison as the branch that goes on. */
    void keep(long reply) throws StoreException;

    /** Has a conversation's use of the context counted, and no longer that of another; told as an event. Returns at once. */
    void measure(long conversation);

    /** Ends the reply in progress, if there is one, keeping what it said. Returns at once; any thread. */
    void stop();

    /** Brings the thought in progress to its answer, if there is one. Returns at once; any thread. */
    void answerNow();

    /** Takes what was found to go round in circles for something else. Returns at once; any thread. */
    void letThink();

    /**
     * Sets who is told what happens.
     *
     * @param observer called on the JavaFX thread
     */
    void observe(Consumer<? super ChatEvent> observer);
}
