package dev.ponder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.DemoModelChat.Heard;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.gguf.ModelShape;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model that draws anything at any time, with few tokens, most of them tags, ends, blanks and parts of code points: a
 * reply that thought has an answer all the same, and no thought is longer than it may be.
 */
class WildModelTest {
    private static final int REPLIES = Counts.of(20_000);
    private static final int CONTEXT = 256;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyThoughtEndsInAnAnswer(boolean tagsAreTokens) throws Exception {
        var file = folder.resolve("wild.gguf");
        ModelGenerator.writer(ModelShape.TINY, SmallVocabulary.of(tagsAreTokens))
                .write(file);
        var random = new Random(tagsAreTokens ? 1 : 2);
        int landed = 0;
        int thought = 0;
        try (var engine = DemoModelChat.engine(
                LoadRequest.of(file).withGpuLayers(0).withThreads(1).withContextSize(CONTEXT))) {
            for (int i = 0; i < REPLIES; i++) {
                var request = request(random);
                var heard = hear(engine, request, random);
                check(request, heard);
                landed += heard.all(Landed.class).size();
                thought += heard.all(ReasoningStarted.class).isEmpty() ? 0 : 1;
            }
        }
        System.out.println("tags are tokens: " + tagsAreTokens + ", replies " + REPLIES + ", thought " + thought
                + ", landed " + landed);
        assertTrue(landed > REPLIES / 20, "landed: " + landed);
    }

    private static Heard hear(Engine engine, GenerationRequest request, Random random) throws InterruptedException {
        int landsAt = random.nextInt(40);
        var count = new int[1];
        return DemoModelChat.hear(engine, request, (_, generation) -> {
            if (count[0]++ == landsAt) {
                generation.land(LandedBy.USER);
            }
        });
    }

    private static GenerationRequest request(Random random) {
        var start = ReplyStart.values()[random.nextInt(4)];
        int prompt = random.nextInt(5) == 0 ? CONTEXT - 1 - random.nextInt(60) : 1 + random.nextInt(20);
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < prompt; i++) {
            ids.add(random.nextInt(20));
        }
        return GenerationRequest.of(new Prompt(List.of(new Prompt.Tokens(ids))), start)
                .withSampling(new Sampling(10, 0, 1, 0, 0, 0, 1, random.nextInt(1 << 30)))
                .withMaxTokens(random.nextInt(3) == 0 ? 1 + random.nextInt(30) : 0)
                .withThinking(new ThinkingLimit(
                        random.nextInt(4) == 0 ? ThinkingLimit.UNLIMITED : random.nextInt(40),
                        random.nextInt(12),
                        1 + random.nextInt(30)));
    }

    private static void check(GenerationRequest request, Heard heard) {
        Supplier<String> told = () -> request + " gave " + heard.events();
        var end = heard.finished();
        if (end.reason() == StopReason.ERROR) {
            assertTrue(request.start().insideThought(), told);
            return;
        }
        var planned = heard.all(ThinkingPlanned.class);
        assertEquals(request.start() == ReplyStart.ANSWER ? 0 : 1, planned.size(), told);
        boolean thought = request.start().insideThought()
                || !heard.all(ReasoningStarted.class).isEmpty()
                || !heard.all(Landed.class).isEmpty();
        if (thought) {
            boolean answers =
                    !heard.answer().isBlank() || !heard.all(ToolCallText.class).isEmpty();
            assertTrue(answers, told);
        }
        if (!planned.isEmpty()) {
            assertTrue(
                    end.tokens().reasoning()
                            <= planned.getFirst().granted() + request.thinking().grace(),
                    told);
        }
        assertTrue(heard.all(Landed.class).size() <= 1, told);
        assertTrue(request.maxTokens() == 0 || end.tokens().generated() <= request.maxTokens(), told);
        assertTrue(
                end.tokens().prompt() + end.tokens().generated() + end.tokens().forced() <= CONTEXT + 1, told);
    }
}
