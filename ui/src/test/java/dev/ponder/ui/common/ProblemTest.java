package dev.ponder.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void saysWhatAnExpectedFailureSays() {
        var problem = Problem.of(new EngineException(EngineError.Code.MODEL_NOT_FOUND, "The file is gone."));
        assertEquals("The file is gone.", problem.sentence());
        assertTrue(problem.expected());
    }

    @Test
    void holdsNoMessageOfWhatNobodyExpected() {
        var problem =
                Problem.of(new IllegalStateException("a secret that was typed", new RuntimeException("more of it")));
        assertFalse(problem.report().contains("secret"), problem.report());
        assertFalse(problem.report().contains("more of it"), problem.report());
        assertTrue(problem.details().contains("java.lang.RuntimeException"));
    }

    @Test
    void givesTheSameFailureTheSameCode() {
        assertEquals(Problem.of(here()).code(), Problem.of(here()).code());
        assertNotEquals(
                Problem.of(here()).code(),
                Problem.of(new IllegalStateException("x")).code());
    }

    private static Exception here() {
        return new IllegalArgumentException("x");
    }
}
