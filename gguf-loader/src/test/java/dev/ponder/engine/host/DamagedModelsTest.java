package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.HeaderMutation;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files that pass the reader reach native code in the child; whatever it does there, this process goes on. */
class DamagedModelsTest {

    @TempDir
    Path folder;

    @Test
    void noMutantEndsTheFrontProcessAndASoundModelStillLoads() throws Exception {
        var sound = folder.resolve("sound.gguf");
        ModelGenerator.tiny(sound);
        var mutation = new HeaderMutation(sound);
        var mutant = folder.resolve("mutant.gguf");
        var outcomes = new TreeMap<String, Integer>();
        int wanted = Children.counts(200);
        try (var engine = new EngineSupervisor(
                EngineCommand.ofThisRuntime(folder.resolve("crash")), _ -> {}, FailureMemory.untilExit())) {
            long seed = 0;
            for (int accepted = 0; accepted < wanted; seed++) {
                mutation.write(mutant, seed);
                if (isAccepted(mutant)) {
                    accepted++;
                    outcomes.merge(outcome(engine, mutant), 1, Integer::sum);
                }
            }
            System.out.println("Mutants through the child: " + outcomes + ", the last seed was " + seed);
            assertEquals(Map.of("generated", 1), Map.of(outcome(engine, sound), 1));
        }
        assertEquals(
                wanted, outcomes.values().stream().mapToInt(Integer::intValue).sum());
        assertFalse(outcomes.containsKey("no message"), outcomes.toString());
        assertTrue(outcomes.getOrDefault("generated", 0) > 0, outcomes.toString());
    }

    private static boolean isAccepted(Path file) {
        try {
            GgufModel.open(file).architecture();
            return true;
        } catch (GgufException e) {
            return false;
        }
    }

    private static String outcome(EngineSupervisor engine, Path file) throws InterruptedException {
        try {
            engine.load(LoadRequest.of(file).withContextSize(64), LoadObserver.NONE);
        } catch (EngineException e) {
            return e.error().message().isBlank() ? "no message" : e.code().name();
        }
        var request = GenerationRequest.of(
                        new Prompt(List.of(new Prompt.Tokens(List.of(40, 41, 42)))), ReplyStart.ANSWER)
                .withMaxTokens(4)
                .withIgnoreEnd(true);
        var failure = new StringBuilder();
        engine.generate(request, event -> {
                    if (event instanceof GenerationEvent.Failed(var error)) {
                        failure.append(error.code());
                    }
                })
                .await();
        return failure.isEmpty() ? "generated" : failure.toString();
    }
}
