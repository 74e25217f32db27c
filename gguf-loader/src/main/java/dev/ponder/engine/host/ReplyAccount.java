package dev.ponder.engine.host;

import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.Stalled;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.engine.GenerationEvent.ToolCallText;

/**
 * What is known of a reply from its events alone, for the case that its process does not live to give the account:
 * tokens of the prompt, and milliseconds by this process's clock. It also notices events that come out of order.
 */
final class ReplyAccount {

    /** Where a reply can be. */
    private enum Phase {
        WAITING,
        PROMPT,
        REASONING,
        ANSWER,
        FAILED
    }

    private static final double NANOS_PER_MILLI = 1e6;

    private Phase phase = Phase.WAITING;
    private long phaseStart;
    private double promptMillis;
    private double reasoningMillis;
    private double answerMillis;
    private TokenCounts tokens = TokenCounts.NONE;

    ReplyAccount(long now) {
        phaseStart = now;
    }

    /**
     * Notes an event.
     *
     * @param now in nanoseconds
     * @throws WireException when it cannot come at this point
     */
    void note(GenerationEvent event, long now) throws WireException {
        switch (event) {
            case PromptCounted(var prompt, var cached) -> {
                require(phase == Phase.WAITING && cached <= prompt, event);
                tokens = new TokenCounts(prompt, cached, 0, 0, 0, 0, 0, 0);
                enter(Phase.PROMPT, now);
            }
            case PromptProgress(var processed, var prompt) ->
                require(phase == Phase.PROMPT && processed <= prompt, event);
            case ThinkingPlanned(var _, var _), Decided(var _, var _) -> require(phase == Phase.PROMPT, event);
            case Landed(var _, var _) -> require(phase != Phase.WAITING && phase != Phase.FAILED, event);
            case ReasoningStarted(), ReasoningText(var _) -> enterText(Phase.REASONING, event, now);
            case ReasoningEnded(), AnswerText(var _), ToolCallText(var _, var _) -> enterText(Phase.ANSWER, event, now);
            case Stalled(var _) -> require(phase != Phase.FAILED, event);
            case Failed(var _) -> {
                require(phase != Phase.FAILED, event);
                enter(Phase.FAILED, now);
            }
            case Finished(var reason, var _, var _) ->
                require((reason == StopReason.ERROR) == (phase == Phase.FAILED), event);
        }
    }

    private void enterText(Phase next, GenerationEvent event, long now) throws WireException {
        require(phase != Phase.WAITING && phase != Phase.FAILED, event);
        if (next != phase) {
            enter(next, now);
        }
    }

    private static void require(boolean holds, GenerationEvent event) throws WireException {
        if (!holds) {
            throw new WireException(event.getClass().getSimpleName() + " came out of order");
        }
    }

    private void enter(Phase next, long now) {
        double spent = (now - phaseStart) / NANOS_PER_MILLI;
        switch (phase) {
            case WAITING, PROMPT -> promptMillis += spent;
            case REASONING -> reasoningMillis += spent;
            case ANSWER -> answerMillis += spent;
            case FAILED -> {}
        }
        phase = next;
        phaseStart = now;
    }

    /** The last event of a reply whose process is gone: figures that only the engine knows are 0. */
    Finished close(StopReason reason, long now) {
        enter(Phase.FAILED, now);
        return new Finished(reason, tokens, new Timings(promptMillis, reasoningMillis, answerMillis, 0, 0, 0, 0));
    }
}
