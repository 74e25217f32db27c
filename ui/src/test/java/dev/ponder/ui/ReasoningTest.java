package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Headless;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Thinking under the user's control: real keys, the real engine, the whole program. */
@DisabledOnOs(OS.WINDOWS)
class ReasoningTest {

    @TempDir
    private Path data;

    @Test
    void aKeyBringsAThoughtToItsAnswer() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            try (var _ = new EngineBrake(RunningPonder.engine().pid())) {
                parts.beginThinking();
                ponder.keyboard().press(KeyCode.ENTER, KeyCode.CONTROL);
                parts.awaitText(".thought-status", "answered at your wish");
            }
            parts.awaitEnd();
            assertFalse(ponder.shown().reply().isBlank());
            assertFalse(parts.sees("#answer-now"));
        }
    }

    @Test
    void whatTheModelMayDoStandsInARowBesideWhatStopsIt() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            try (var _ = new EngineBrake(RunningPonder.engine().pid())) {
                parts.beginThinking();
                assertTrue(parts.choicesAreInARow());
            }
            parts.awaitEnd();
            assertTrue(parts.choicesAreInARow());
        }
    }

    @Test
    void aBudgetLandsTheThoughtAndIsRemembered() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            parts.budget("64");
            assertFalse(ponder.answerTo(ReasoningParts.LONG_THOUGHT).reply().isBlank());
            parts.awaitText(".thought-status", "landed at budget");
        }
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            parts.openNewest();
            parts.awaitText(".thought-status", "landed at budget");
            assertEquals("Budget 64", parts.budget());
        }
    }

    @Test
    void autoSaysWhatItDecidedAndTheTurnCanBeHadTheOtherWay() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            ponder.keyboard().press(KeyCode.T, KeyCode.CONTROL);
            ponder.keyboard().press(KeyCode.T, KeyCode.CONTROL);
            assertTrue(ponder.answerTo("What is the capital of Peru?").reply().contains("Lima"));
            parts.awaitText(".auto-text", "answered directly (auto)");
            assertFalse(parts.sees(".thought-head"));

            parts.fire(Texts.of("transcript.auto.redothinking"));
            parts.await(".thought-head");
            parts.awaitEnd();
            assertTrue(ponder.shown().reply().contains("Lima"), ponder.shown().reply());
        }
    }

    @Test
    void aStoppedThoughtGivesItsAnswer() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            try (var _ = new EngineBrake(RunningPonder.engine().pid())) {
                parts.beginThinking();
                ponder.keyboard().press(KeyCode.ESCAPE);
                parts.awaitEnd();
            }
            parts.awaitText(".thought-status", "then stopped");

            parts.fire(Texts.of("transcript.action.land"));
            parts.awaitText(".thought-status", "answered at your wish");
            parts.awaitEnd();
            assertFalse(ponder.shown().reply().isBlank());
        }
    }

    @Test
    void aToolsCallAndResultStandInACardAlsoAfterARestart() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            parts.switchTools();
            assertTrue(
                    ponder.answerTo("Compute 345 + 678 with the calculator.")
                            .reply()
                            .contains("1023"),
                    ponder.shown().reply());
            assertEquals("calculator", parts.texts(".tool-name").getFirst());
        }
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            parts.openNewest();
            parts.await(".tool-card");
            assertEquals("calculator", parts.texts(".tool-name").getFirst());
            assertTrue(parts.toolsAreOn());
        }
    }

    @Test
    void aComparisonSurvivesARestartAndOneOfItsRepliesIsKept() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            ponder.answerTo("What is 345 + 678?");
            parts.compareFirst();
            parts.await(".comparison");
            parts.awaitEnd();
        }
        try (var ponder = RunningPonder.ready(data)) {
            var parts = new ReasoningParts(ponder);
            parts.openNewest();
            parts.await(".comparison");
            parts.awaitText(".thought-status", "Thought for");
            assertEquals(1, parts.thoughts().size());
            parts.press("#keep-direct");
            Headless.await(() -> ponder.parts().shown().reply().endsWith("345+678=1023"));
            assertFalse(parts.sees(".comparison"));
            assertFalse(parts.sees(".thought-head"));
        }
    }
}
