package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.Continuation;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.InPrompt;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.ReplyFacts;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.Role;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.ModelInfo;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.session.ContextLimits;
import dev.ponder.session.LoadedModel;
import dev.ponder.settings.ModelSettings;
import dev.ponder.settings.ThinkingSettings;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import dev.ponder.tools.ToolCalls;
import dev.ponder.tools.Toolbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models do that the demo model does not: malformed calls, endless calls, endless circles. */
class PlayedRepliesTest {
    private static final String CALL = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"2*3\"}}";
    private static final String CIRCLE = "Wait, let me check the first condition once more before I go on. ";

    @TempDir
    private Path folder;

    private final PlayedEngine engine = new PlayedEngine();
    private final HeardReplies heard = new HeardReplies();
    private ThinkingSettings settings = ThinkingSettings.DEFAULT;
    private Store store;
    private Conversations conversations;
    private Replies replies;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store);
        var info =
                new ModelInfo(folder.resolve("m.gguf"), "fake", 1, 1, 1000, 8_192, 8_192, KvType.F16, 1, 1, 0, null, 1);
        var model = new LoadedModel(
                "m",
                "fake",
                info,
                ChatTemplate.of(TemplateKind.HYBRID_V2),
                8,
                new ContextLimits(8_192, Map.of(), List.of()),
                ModelSettings.RECOMMENDED);
        replies = new Replies(new Services(
                engine,
                conversations,
                () -> Optional.of(model),
                () -> settings,
                Toolbox.builtIn(Clock.systemUTC()),
                heard));
    }

    @AfterEach
    void close() throws Exception {
        replies.close();
        conversations.close();
        store.close();
    }

    @Test
    void aMalformedCallIsAnsweredToTheModelWithWhatIsWrong() throws Exception {
        engine.then(new AnswerText("I calculate."), new ToolCallText("{\"name\": \"calculator\", \"argum", true))
                .then(new ToolCallText(CALL, true))
                .then(new AnswerText("It is 6."));
        var branch = say("What is 2*3?");
        assertEquals(
                List.of(Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT),
                branch.stream().map(Message::role).toList());
        assertTrue(ToolCalls.isMalformed(branch.get(1).text().toolCalls().getFirst()));
        assertEquals("I calculate.", branch.get(1).text().content());
        assertEquals(MessageState.FAILED, branch.get(2).state());
        assertTrue(
                branch.get(2).text().content().contains("not valid JSON"),
                branch.get(2).text().content());
        assertEquals("6", branch.get(4).text().content());
        assertEquals("It is 6.", branch.getLast().text().content());
        var seen = engine.requests.get(1).prompt().rendered();
        assertTrue(seen.contains("I calculate.\n{\"name\": \"calculator\", \"argum<|im_end|>"), seen);
        assertTrue(seen.contains("<tool_response>\nError: This is a call that is not valid JSON"), seen);
    }

    @Test
    void anUnknownToolAndTwoCallsInARoundAreAnswered() throws Exception {
        engine.then(new ToolCallText("{\"name\": \"weather\", \"arguments\": {}}", true), new ToolCallText(CALL, true))
                .then(new AnswerText("Six."));
        var branch = say("Weather and 2*3?");
        assertEquals(5, branch.size());
        assertTrue(branch.get(2).text().content().contains("no tool \"weather\""));
        assertEquals("6", branch.get(3).text().content());
        // the results of one round share a turn
        assertTrue(
                engine.requests.get(1).prompt().rendered().contains("</tool_response>\n<tool_response>\n6"),
                engine.requests.get(1).prompt().rendered());
    }

    @Test
    void theThoughtBeforeACallStaysInTheRound() throws Exception {
        engine.then(
                        new ReasoningStarted(),
                        new ReasoningText("I need the tool."),
                        new ReasoningEnded(),
                        new ToolCallText(CALL, true))
                .then(new AnswerText("Six."))
                .then(new AnswerText("You are welcome."));
        say("2*3?");
        var seen = engine.requests.get(1).prompt().rendered();
        assertTrue(
                seen.contains("<think>\nI need the tool.\n</think>\n\n<tool_call>\n{\"name\": \"calculator\""), seen);
        say("Thanks");
        assertFalse(engine.requests.get(2).prompt().rendered().contains("I need the tool."));
    }

    @Test
    void afterEightRoundsTheModelIsToldToAnswer() throws Exception {
        for (int round = 0; round < 9; round++) {
            engine.then(new ToolCallText(CALL, true));
        }
        engine.then(new AnswerText("Six, then."));
        var branch = say("2*3, again and again");
        var results =
                branch.stream().filter(message -> message.role() == Role.TOOL).toList();
        assertEquals(9, results.size());
        assertEquals(
                8,
                results.stream()
                        .filter(result -> result.text().content().equals("6"))
                        .count());
        assertTrue(results.getLast().text().content().startsWith("Error: no more tools"));
        assertEquals("Six, then.", branch.getLast().text().content());
    }

    @Test
    void aModelThatCallsEvenThenIsLeft() throws Exception {
        for (int round = 0; round < 10; round++) {
            engine.then(new ToolCallText(CALL, true));
        }
        var branch = say("2*3, for ever");
        assertEquals(10, engine.requests.size());
        assertEquals(Role.ASSISTANT, branch.getLast().role());
        assertFalse(replies.isBusy());
    }

    @Test
    void aLoopInAThoughtIsToldAndTheUserDecides() throws Exception {
        engine.then(circling(40, "So it is 4."));
        var branch = say("A riddle");
        assertEquals(List.of("REASONING false"), heard.loops());
        assertEquals("So it is 4.", branch.getLast().text().content());
        var loop = Objects.requireNonNull(facts(branch.getLast()).thought().loop());
        assertEquals(ReplyPart.REASONING, loop.part());
        assertEquals(CIRCLE.length(), InPrompt.thought(branch.getLast()).length(), 20);
    }

    @Test
    void aLoopInAThoughtLandsByItselfWhereThatIsSet() throws Exception {
        settings = settings.withLandsLoops(true);
        engine.then(circling(400, "So it is 4."));
        var branch = say("A riddle");
        assertEquals(List.of("REASONING true"), heard.loops());
        assertEquals(
                LandedBy.LOOP,
                Objects.requireNonNull(facts(branch.getLast()).thought().landing())
                        .by());
        assertEquals("So it is 4.", branch.getLast().text().content());
        assertTrue(branch.getLast().text().reasoning().length() < CIRCLE.length() * 300);
        // a new answer from these thoughts does not see the circles
        engine.then(new AnswerText("4."));
        replies.newAnswer(branch.getLast().id());
        heard.nextEnd(Duration.ofSeconds(20));
        assertEquals(1, engine.requests.getLast().prompt().rendered().split("first condition", -1).length - 1);
    }

    @Test
    void letThinkTakesItForNoLoop() throws Exception {
        settings = settings.withLandsLoops(false);
        engine.then(circling(40, "So it is 4."));
        heard.onLoop(replies::letThink);
        var branch = say("A riddle");
        assertEquals(null, facts(branch.getLast()).thought().loop());
    }

    @Test
    void aLoopInAnAnswerEndsItAndTheNextTurnDoesNotSeeIt() throws Exception {
        settings = settings.withLandsLoops(true);
        var events = new ArrayList<GenerationEvent>();
        events.add(new AnswerText("Well. "));
        for (int i = 0; i < 400; i++) {
            for (var word : CIRCLE.split("(?<= )")) {
                events.add(new AnswerText(word));
            }
        }
        engine.then(events.toArray(GenerationEvent[]::new)).then(new AnswerText("Sorry."));
        var branch = say("Tell me");
        assertEquals(List.of("ANSWER true"), heard.loops());
        assertEquals(MessageState.INTERRUPTED, branch.getLast().state());
        assertTrue(branch.getLast().text().content().length() > 3 * CIRCLE.length(), "all of it is kept for reading");
        say("Again, please");
        assertEquals(1, engine.requests.getLast().prompt().rendered().split("first condition", -1).length - 1);
    }

    @Test
    void aRoundThatWasLeftOpenIsGoneOnWith() throws Exception {
        // as a crash between the call and its result leaves it
        long chat = chat(now -> now.withTools(true));
        var question = conversations.say(chat, "2*3?");
        var reply = conversations.reply(
                question.id(), dev.ponder.chat.ReplyBeginning.of("fake", dev.ponder.chat.ReplyMode.of(true)), _ -> {});
        reply.finish(new dev.ponder.chat.ReplyOutcome(
                        GenerationEvent.StopReason.STOP, null, List.of(ToolCalls.of(CALL)), null))
                .get();
        assertTrue(Continuation.of(conversations.find(chat).orElseThrow()) instanceof Continuation.Calls);
        engine.then(new AnswerText("Six."));
        assertTrue(replies.goOn(chat));
        heard.nextEnd(Duration.ofSeconds(20));
        var branch = conversations.find(chat).orElseThrow().branch();
        assertEquals("6", branch.get(2).text().content());
        assertEquals("Six.", branch.getLast().text().content());
        assertTrue(facts(branch.getLast()).thinking(), "as the reply that called");
        assertFalse(replies.goOn(chat));
    }

    @Test
    void theModelDecidesWhereTheRulesAreUnsure() throws Exception {
        long chat = conversations
                .create(ConversationSettings.of(ThinkingChoice.AUTO, "m"))
                .id();
        engine.then(new AnswerText("Well."));
        replies.send(chat, "Why is the sky blue?");
        var reply = heard.nextEnd(Duration.ofSeconds(20));
        assertFalse(facts(reply).thinking());
        assertEquals(
                "model",
                Objects.requireNonNull(facts(reply).mode().decision()).by().id());
    }

    private List<Message> say(String text) throws Exception {
        var known = conversations.list();
        long chat = known.isEmpty()
                ? chat(now -> now.withTools(true))
                : known.getFirst().id();
        replies.send(chat, text);
        heard.nextEnd(Duration.ofSeconds(20));
        return conversations.find(chat).orElseThrow().branch();
    }

    private long chat(UnaryOperator<ConversationSettings> change) throws Exception {
        return conversations
                .create(change.apply(ConversationSettings.of(ThinkingChoice.ON, "m")))
                .id();
    }

    private static GenerationEvent[] circling(int times, String answer) {
        var events = new ArrayList<GenerationEvent>();
        events.add(new ReasoningStarted());
        for (int i = 0; i < times; i++) {
            for (var word : CIRCLE.split("(?<= )")) {
                events.add(new ReasoningText(word));
            }
        }
        events.add(new ReasoningEnded());
        events.add(new AnswerText(answer));
        return events.toArray(GenerationEvent[]::new);
    }

    private static ReplyFacts facts(Message reply) {
        return Objects.requireNonNull(reply.reply());
    }
}
