package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Ledger;
import dev.ponder.engine.host.SupervisorState;

/** What happens to conversations, replies and the engine. */
public sealed interface ChatEvent {

    /**
     * Messages or the shown branch are others now.
     *
     * @param conversation as it is now
     */
    record Changed(Conversation conversation) implements ChatEvent {}

    /** A title, a time or the like changed in the list of conversations. */
    record ListChanged() implements ChatEvent {}

    /**
     * A reply is under way in one of its phases.
     *
     * @param conversation where
     * @param phase what the model does now
     * @param done tokens of the prompt that are read
     * @param total tokens of the prompt; 0 while unknown
     */
    record Progress(long conversation, Phase phase, int done, int total) implements ChatEvent {}

    /** What a model does. */
    enum Phase {
        /** Reads the prompt. */
        READING,
        THINKING,
        ANSWERING
    }

    /**
     * A reply goes round in circles.
     *
     * @param conversation where
     * @param inThought whether its thought does, and not its answer
     * @param ended whether it is brought to its end by itself
     */
    record Loop(long conversation, boolean inThought, boolean ended) implements ChatEvent {}

    /**
     * No reply is under way any more.
     *
     * @param conversation where it was
     */
    record Ended(long conversation) implements ChatEvent {}

    /**
     * How fast tokens come.
     *
     * @param tokensPerSecond of the reply in progress or the last one
     */
    record Speed(double tokensPerSecond) implements ChatEvent {}

    /**
     * What the context holds.
     *
     * @param conversation of which
     * @param ledger in tokens
     */
    record Usage(long conversation, Ledger ledger) implements ChatEvent {}

    /**
     * A conversation no longer fits, and the user shall decide.
     *
     * @param conversation which
     * @param lastTurnFits whether leaving out older turns helps
     */
    record ContextFull(long conversation, boolean lastTurnFits) implements ChatEvent {}

    /**
     * A reply failed.
     *
     * @param conversation where
     * @param failure why
     */
    record Failed(long conversation, Exception failure) implements ChatEvent {}

    /**
     * The engine process started, ended or moved the model.
     *
     * @param state what it is now
     */
    record Engine(SupervisorState state) implements ChatEvent {}
}
