package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ContextRequest.Room;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.qwen.ThinkingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ledger against what the engine really prefills, on conversations that the demo model takes part in. */
class LedgerOnDemoModelTest {

    private static final int CONVERSATIONS = "acceptance".equals(System.getProperty("ponder.counts")) ? 200 : 20;
    private static final ChatTemplate TEMPLATE = ChatTemplate.of(TemplateKind.DEMO);

    private static LocalEngine engine;

    @BeforeAll
    static void load() throws Exception {
        engine = new LocalEngine(NativesFolder.locate());
        engine.load(
                LoadRequest.of(Path.of(System.getProperty("ponder.demo.model")))
                        .withGpuLayers(0)
                        .withContextSize(2_048),
                LoadObserver.NONE);
    }

    @AfterAll
    static void unload() {
        engine.close();
    }

    @Test
    void theSumIsWhatTheEnginePrefills() throws Exception {
        var planner = new ContextPlanner(TokenCounter.of(engine));
        var random = new Random(9);
        for (int i = 0; i < CONVERSATIONS; i++) {
            var mode = random.nextBoolean() ? ThinkingMode.ON : ThinkingMode.OFF;
            var request = new ContextRequest(
                    TEMPLATE,
                    random.nextBoolean() ? "You are a helpful assistant." : "",
                    RandomConversation.branch(random, 1 + random.nextInt(6)),
                    false,
                    mode,
                    OverflowPolicy.DROP_OLDEST,
                    new Room(2_048, 64, 64),
                    null);
            var plan = assertInstanceOf(ContextPlan.Ready.class, planner.plan(request));
            var finished = generate(GenerationRequest.of(plan.prompt(), plan.start())
                    .withConversation("ledger")
                    .withMaxTokens(24));
            var ledger = plan.ledger();
            assertEquals(finished.tokens().prompt(), ledger.promptTokens());
            assertTrue(ledger.system() >= 0 && ledger.pastTurns() >= 0 && ledger.thisTurn() >= 0, ledger.toString());
        }
    }

    @Test
    void aReplyThatWasCutOffGoesOnToTheSameEnd() throws Exception {
        var planner = new ContextPlanner(TokenCounter.of(engine));
        var question = RandomConversation.question("What is 17 + 25?");
        var whole = say(planner, List.of(question), false, 0);
        assertTrue(whole.content().contains("42"), whole.content());
        var cut = say(planner, List.of(question), false, 12);
        assertTrue(cut.content().isEmpty() && !cut.reasoning().isEmpty(), "cut off within its thought");
        var reply = RandomConversation.reply(question, cut);
        var rest = say(planner, List.of(question, reply), true, 0);
        assertEquals(whole.content(), cut.content() + rest.content());
        assertEquals(whole.reasoning(), cut.reasoning() + rest.reasoning());
    }

    /** A reply; cut off after so many pieces of text, unless 0. */
    private static MessageText say(ContextPlanner planner, List<Message> branch, boolean resumes, int pieces)
            throws Exception {
        var request = new ContextRequest(
                TEMPLATE,
                "",
                branch,
                resumes,
                ThinkingMode.ON,
                OverflowPolicy.STOP_AND_ASK,
                new Room(2_048, 64, 64),
                null);
        var plan = assertInstanceOf(ContextPlan.Ready.class, planner.plan(request));
        var reasoning = new StringBuilder();
        var answer = new StringBuilder();
        var heard = new AtomicInteger();
        var generation = new CompletableFuture<Generation>();
        generation.complete(engine.generate(GenerationRequest.of(plan.prompt(), plan.start()), event -> {
            switch (event) {
                case GenerationEvent.ReasoningText(var text) -> reasoning.append(text);
                case GenerationEvent.AnswerText(var text) -> answer.append(text);
                default -> {
                    return;
                }
            }
            if (heard.incrementAndGet() == pieces) {
                generation.join().cancel();
            }
        }));
        generation.join().await();
        return new MessageText(answer.toString(), reasoning.toString(), List.of());
    }

    private static Finished generate(GenerationRequest request) throws InterruptedException {
        var events = new ArrayList<GenerationEvent>();
        engine.generate(request, events::add).await();
        return (Finished) events.getLast();
    }
}
