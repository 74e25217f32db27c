package dev.ponder.cli;

import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.LandedBy;
import dev.ponder.json.WrittenCall;
import dev.ponder.thinking.Decision;

/** Shows a reply as it comes. Called by one thread at a time; never throws for what the model wrote. */
interface ReplyOutput {

    /**
     * It is decided whether the reply thinks.
     *
     * @param decision what, by whom and why
     * @param askedTokens tokens of the prompt by which the model itself was asked; 0 where it was not
     */
    void decision(Decision decision, int askedTokens);

    /** Prefill starts. */
    void prompt(int promptTokens, int cachedTokens);

    /** More of the thought. */
    void reasoning(String text);

    /** More of the answer. */
    void answer(String text);

    /** A tool call that could be read. */
    void toolCall(WrittenCall call);

    /**
     * Something went wrong.
     *
     * @param code its kind, in lower case with hyphens
     * @param message one sentence
     */
    void error(String code, String message);

    /** The thought got less room than was asked for. */
    void budgetLowered(int granted);

    /** The landing sentence begins: what follows as reasoning is that sentence. */
    void landed(int thoughtTokens, LandedBy by);

    /**
     * The reply is over; always the last call.
     *
     * @param landed whether its thought was brought to its end
     */
    void done(Finished end, boolean landed);

    /** Whether nobody reads any more, as when a pipe was closed. */
    boolean isClosed();
}
