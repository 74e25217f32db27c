package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the supervisor that need no process. */
class SupervisionRulesTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @CsvSource({"-1,-1,10,5", "-1,5,10,0", "8,8,10,4", "8,4,10,0", "99,99,10,5", "1,1,10,0", "-1,-1,0,0", "-1,-1,1,0"})
    void stepsDownFromAllLayersToHalfOfThemToNone(int asked, int failed, int layers, int next) {
        assertEquals(next, GpuSteps.below(asked, failed, layers));
    }

    @Test
    void restartsAtOnceFirstAndThenWaitsLongerAndLonger() {
        var policy = new RestartPolicy();
        policy.failed();
        assertEquals(Duration.ZERO, policy.delay());
        policy.failed();
        assertEquals(Duration.ofMillis(500), policy.delay());
        assertFalse(policy.isExhausted());
        policy.failed();
        assertEquals(Duration.ofSeconds(1), policy.delay());
        assertTrue(policy.isExhausted());
        for (int i = 0; i < 100; i++) {
            policy.failed();
        }
        assertEquals(Duration.ofSeconds(30), policy.delay());
        policy.forget();
        assertEquals(Duration.ZERO, policy.delay());
    }

    @Test
    void scalesTheLimitOfANativeCallToTheMeasuredSpeed() {
        var limit = new StallLimit();
        assertEquals(Duration.ofMinutes(15), limit.limit());
        limit.onEvent(new PromptCounted(2000, 100), 0);
        limit.onEvent(new PromptProgress(612, 2000), 100 * SECOND);
        // 5.12 tokens a second: a batch takes 100 s
        assertEquals(3000, limit.limit().toSeconds(), 1);
        limit.onEvent(new PromptProgress(1124, 2000), 101 * SECOND);
        assertEquals(Duration.ofMinutes(2), limit.limit());
        limit.onEvent(new PromptProgress(1125, 2000), 200 * SECOND);
        assertEquals(Duration.ofMinutes(2), limit.limit(), "one token says nothing");
    }

    @Test
    void accountsForAReplyThatBrokeOff() throws Exception {
        var account = new ReplyAccount(0);
        account.note(new PromptCounted(10, 4), SECOND);
        account.note(new ReasoningStarted(), 2 * SECOND);
        account.note(new AnswerText("x"), 5 * SECOND);
        assertEquals(
                new Finished(
                        StopReason.ERROR,
                        new TokenCounts(10, 4, 0, 0, 0, 0, 0, 0),
                        new Timings(2000, 3000, 1000, 0, 0, 0, 0)),
                account.close(StopReason.ERROR, 6 * SECOND));
    }

    @Test
    void noticesEventsOutOfOrder() throws Exception {
        var fresh = new ReplyAccount(0);
        assertThrows(WireException.class, () -> fresh.note(new AnswerText("x"), 0));
        assertThrows(WireException.class, () -> fresh.note(new PromptProgress(1, 2), 0));
        var counted = new ReplyAccount(0);
        counted.note(new PromptCounted(2, 1), 0);
        assertThrows(WireException.class, () -> counted.note(new PromptCounted(2, 1), 0));
        var error = new Finished(StopReason.ERROR, TokenCounts.NONE, Timings.NONE);
        assertThrows(WireException.class, () -> counted.note(error, 0));
        counted.note(new Failed(EngineError.of(Code.COMPUTE_FAILED, "no")), 0);
        assertThrows(WireException.class, () -> counted.note(new AnswerText("x"), 0));
        counted.note(error, 0);
    }
}
