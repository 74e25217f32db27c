package dev.ponder.replies;

import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyPart;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Decision;

/** Is told what becomes of replies, on the thread where it happens; must not block. */
public interface ReplyListener {

    /** Messages or the shown branch of a conversation are others now. */
    void onChanged(Conversation conversation);

    /** A title or a time changed in the list of conversations. */
    void onListChanged();

    /** The prompt of a reply is made. */
    void onPlanned(long conversation, ContextPlan.Ready plan);

    /**
     * It is decided whether a reply thinks: by Auto, by the user for this one reply, or by what the model can do.
     *
     * @param decision as it is stored with the reply
     */
    default void onDecided(long conversation, long reply, Decision decision) {}

    /**
     * A reply goes round in circles. Where nobody has ended it, {@link Replies#answerNow}, {@link Replies#letThink} and
     * {@link Replies#stop} are the choices.
     *
     * @param part what repeats itself
     * @param ended whether the thought lands, or the answer ends, by itself
     */
    default void onLoop(long conversation, long reply, ReplyPart part, boolean ended) {}

    /** The cache of a conversation holds what its next turn begins with. */
    default void onWarm(long conversation) {}

    /** A reply has ended; this is what the conversation takes of the context now. Thoughts take nothing. */
    void onUsed(long conversation, Ledger ledger);

    /** The conversation does not fit into the context, and its policy is to ask. No reply begins. */
    void onContextFull(long conversation, ContextPlan.TooLong plan);

    /** No reply could begin; what was said stays. */
    void onRefused(long conversation, EngineException reason);

    /** Something of a reply came; its text is on its way to the disk. */
    void onEvent(long conversation, long reply, GenerationEvent event);

    /**
     * A turn has ended and is on the disk: the reply, with its rounds of tools, or both replies of a comparison.
     *
     * @param reply the last one
     */
    void onEnded(Conversation conversation, Message reply);

    /** The store cannot write at the moment; it keeps trying and nothing is lost while Ponder runs. */
    void onStoreTrouble(StoreException trouble);
}
