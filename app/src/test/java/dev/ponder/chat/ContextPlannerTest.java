package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ContextRequest.Room;
import dev.ponder.engine.EngineException;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.qwen.ThinkingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContextPlannerTest {

    private static final ChatTemplate HYBRID = ChatTemplate.of(TemplateKind.HYBRID_V2);
    /** A marker is one token, a text one for each four characters that it begins. */
    private static final TokenCounter FAKE = prompt -> prompt.parts().stream()
            .mapToInt(part -> switch (part) {
                case Prompt.Marker _ -> 1;
                case Prompt.Text(var text) -> (text.length() + 3) / 4;
                case Prompt.Tokens(var ids) -> ids.size();
            })
            .sum();

    private final ContextPlanner planner = new ContextPlanner(FAKE);

    @Test
    void theLedgerAddsUpToThePrompt() throws Exception {
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var branch = RandomConversation.branch(random, 1 + random.nextInt(8));
            var kind = List.of(TemplateKind.HYBRID_V2, TemplateKind.THINKING_2507, TemplateKind.INSTRUCT_2507)
                    .get(random.nextInt(3));
            var request = new ContextRequest(
                    ChatTemplate.of(kind),
                    random.nextBoolean() ? RandomConversation.text(random, 20) : "",
                    branch,
                    false,
                    random.nextBoolean() ? ThinkingMode.ON : ThinkingMode.OFF,
                    OverflowPolicy.values()[random.nextInt(OverflowPolicy.values().length)],
                    new Room(100 + random.nextInt(3_000), random.nextInt(50), random.nextInt(50)),
                    null);
            if (planner.plan(request) instanceof ContextPlan.Ready ready) {
                assertEquals(FAKE.count(ready.prompt()), ready.ledger().promptTokens());
                assertTrue(ready.ledger().free() >= 0);
                assertEquals(
                        branch.get(ready.dropped() + firstTurn(branch, ready)).id(), ready.begins());
            }
        }
    }

    @Test
    void pastThoughtsCostNothing() throws Exception {
        var silent = branch("Why?", "Because.", "Sure?");
        var thoughtful = new ArrayList<>(silent);
        var answer = silent.get(1);
        thoughtful.set(
                1,
                answer.with(
                        new MessageText("Because.", "A long thought. ".repeat(99), List.of()), answer.state(), null));
        assertEquals(plan(silent, 4_000).ledger(), plan(thoughtful, 4_000).ledger());
    }

    @Test
    void eachLineOfTheLedgerIsWhatItSays() throws Exception {
        var request = new ContextRequest(
                HYBRID,
                "s".repeat(40),
                branch("p".repeat(400), "q".repeat(200), "t".repeat(80)),
                false,
                ThinkingMode.ON,
                OverflowPolicy.STOP_AND_ASK,
                new Room(1_000, 64, 128),
                null);
        var ledger = planner.plan(request).ledger();
        assertEquals(10, ledger.system());
        assertEquals(150, ledger.pastTurns());
        assertEquals(20, ledger.thisTurn());
        assertEquals(64, ledger.reservedForThinking());
        assertEquals(128, ledger.reservedForAnswer());
        assertEquals(1_000 - ledger.promptTokens() - 64 - 128, ledger.free());
    }

    @Test
    void asksWhereThePolicyIsToAsk() throws Exception {
        var branch = branch("p".repeat(4_000), "Because.", "Sure?");
        var plan = assertInstanceOf(ContextPlan.TooLong.class, planner.plan(request(branch, 500, false, null)));
        assertTrue(plan.lastTurnFits());
        assertTrue(plan.ledger().free() < -500, "it says by how much");
    }

    @Test
    void dropsWholeTurnsFromTheOldest() throws Exception {
        var branch = branch(long10("a"), long10("b"), long10("c"), long10("d"), long10("e"));
        // a question and its answer take 32 tokens, the last question 16, the reply's header 3 and a bit
        var plan = (ContextPlan.Ready) planner.plan(request(branch, 80, true, null));
        assertEquals(branch.get(plan.dropped()).id(), plan.begins());
        assertEquals(Role.USER, branch.get(plan.dropped()).role());
        assertTrue(plan.dropped() > 0);
        assertFalse(plan.prompt().rendered().contains("aaa"));
        assertTrue(plan.prompt().rendered().contains("eee"));
    }

    @Test
    void keepsTheFirstTurnAndAsManyOfTheLastAsFit() throws Exception {
        var branch = branch(long10("a"), long10("b"), long10("c"), long10("d"), long10("e"), long10("f"), long10("g"));
        var request = request(branch, 95, true, null).with(OverflowPolicy.KEEP_FIRST_AND_LAST);
        var plan = (ContextPlan.Ready) planner.plan(request);
        var text = plan.prompt().rendered();
        assertTrue(plan.firstKept());
        assertTrue(text.contains("aaa") && text.contains("bbb") && text.contains("ggg"), text);
        assertFalse(text.contains("ccc"), text);
        assertEquals(branch.get(plan.dropped() + 2).id(), plan.begins());
        assertEquals(FAKE.count(plan.prompt()), plan.ledger().promptTokens());
    }

    @Test
    void aFirstTurnThatLeavesNoRoomForTheLastGoesToo() throws Exception {
        var branch = branch("p".repeat(4_000), "Because.", "Sure?");
        var request = request(branch, 500, true, null).with(OverflowPolicy.KEEP_FIRST_AND_LAST);
        var plan = (ContextPlan.Ready) planner.plan(request);
        assertFalse(plan.firstKept());
        assertEquals(2, plan.dropped());
        assertFalse(plan.prompt().rendered().contains("ppp"));
    }

    @Test
    void nothingIsKeptApartWhereAllFits() throws Exception {
        var request = request(branch("Why?", "Because.", "Sure?"), 4_000, true, null)
                .with(OverflowPolicy.KEEP_FIRST_AND_LAST);
        var plan = (ContextPlan.Ready) planner.plan(request);
        assertFalse(plan.firstKept());
        assertEquals(0, plan.dropped());
    }

    @Test
    void theContextKeepsItsBeginningWhileThatFits() throws Exception {
        var branch = new ArrayList<>(branch(long10("a")));
        Long begins = null;
        int moves = 0;
        for (int turn = 0; turn < 40; turn++) {
            var plan = (ContextPlan.Ready) planner.plan(request(branch, 300, true, begins));
            if (begins != null && begins != plan.begins()) {
                moves++;
                assertTrue(plan.ledger().promptTokens() <= 225, "a move makes room for several turns");
            }
            begins = plan.begins();
            branch = new ArrayList<>(append(append(branch, Role.ASSISTANT, long10("b")), Role.USER, long10("c")));
        }
        assertTrue(moves > 0 && moves <= 20, moves + " moves in 40 turns");
    }

    @Test
    void aLastTurnThatIsTooLongIsNotCutSilently() throws Exception {
        var branch = branch("Hi", "Hello", "x".repeat(9_000));
        for (boolean drop : new boolean[] {true, false}) {
            var plan = assertInstanceOf(ContextPlan.TooLong.class, planner.plan(request(branch, 500, drop, null)));
            assertFalse(plan.lastTurnFits());
        }
    }

    @Test
    void aReplyGoesOnAfterItsOwnText() throws Exception {
        var branch = append(branch("Why?"), Role.ASSISTANT, "");
        var cut = branch.getLast();
        branch = List.of(
                branch.getFirst(),
                cut.with(new MessageText("", "Let me thi", List.of()), MessageState.INTERRUPTED, null));
        var plan = (ContextPlan.Ready) planner.plan(resumed(branch));
        assertTrue(plan.prompt().rendered().endsWith("<|im_start|>assistant\n<think>\nLet me thi"));
        assertEquals(ReplyStart.CONTINUED, plan.start());
        assertEquals(FAKE.count(plan.prompt()), plan.ledger().promptTokens());

        branch = List.of(
                branch.getFirst(),
                cut.with(new MessageText("Beca", "Let me think.", List.of()), MessageState.INTERRUPTED, null));
        plan = (ContextPlan.Ready) planner.plan(resumed(branch));
        assertTrue(plan.prompt().rendered().endsWith("<think>\nLet me think.\n</think>\n\nBeca"));
        assertEquals(ReplyStart.ANSWER, plan.start());
        assertEquals(FAKE.count(plan.prompt()), plan.ledger().promptTokens());
    }

    @Test
    void repliesThatNeverCameToAnAnswerStayOut() throws Exception {
        var branch = append(append(branch("Why?"), Role.ASSISTANT, ""), Role.USER, "Again: why?");
        var plan = (ContextPlan.Ready) planner.plan(request(branch, 500, false, null));
        assertEquals(1, plan.prompt().rendered().split("<\\|im_start\\|>assistant", -1).length - 1);
    }

    @Test
    void whatWasCountedIsNotCountedAgain() throws Exception {
        var calls = new AtomicInteger();
        var counting = new ContextPlanner(prompt -> {
            calls.incrementAndGet();
            return FAKE.count(prompt);
        });
        var branch = RandomConversation.branch(new Random(5), 100);
        counting.plan(request(branch, 100_000, false, null));
        calls.set(0);
        counting.plan(request(append(branch, Role.USER, "one more"), 100_000, false, null));
        assertTrue(calls.get() <= 2, calls.get() + " calls");
    }

    private ContextPlan plan(List<Message> branch, int size) throws EngineException {
        return planner.plan(request(branch, size, false, null));
    }

    private static ContextRequest request(List<Message> branch, int size, boolean drop, @Nullable Long begins) {
        return new ContextRequest(
                HYBRID,
                "",
                branch,
                false,
                ThinkingMode.ON,
                drop ? OverflowPolicy.DROP_OLDEST : OverflowPolicy.STOP_AND_ASK,
                new Room(size, 0, 0),
                begins);
    }

    private static ContextRequest resumed(List<Message> branch) {
        return new ContextRequest(
                HYBRID, "", branch, true, ThinkingMode.ON, OverflowPolicy.STOP_AND_ASK, new Room(4_000, 0, 0), null);
    }

    /** The messages of the first turn, where it was kept apart. */
    private static int firstTurn(List<Message> branch, ContextPlan.Ready plan) {
        return plan.firstKept()
                ? branch.indexOf(ContextTurn.of(branch).get(1).messages().getFirst())
                : 0;
    }

    /** Ten tokens. */
    private static String long10(String letter) {
        return letter.repeat(40);
    }

    private static List<Message> branch(String... texts) {
        List<Message> branch = List.of();
        for (String text : texts) {
            branch = append(branch, branch.size() % 2 == 0 ? Role.USER : Role.ASSISTANT, text);
        }
        return branch;
    }

    private static List<Message> append(List<Message> branch, Role role, String text) {
        var longer = new ArrayList<>(branch);
        long id = branch.size() + 1L;
        longer.add(new Message(
                id,
                1,
                id == 1 ? null : (Long) (id - 1),
                role,
                MessageText.of(text),
                MessageState.COMPLETE,
                Instant.EPOCH,
                null));
        return List.copyOf(longer);
    }
}
