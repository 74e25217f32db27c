package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.Continuation;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.ReplyFacts;
import dev.ponder.chat.Role;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.LandedBy;
import dev.ponder.qwen.ThinkingBudget;
import dev.ponder.thinking.Budget;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed in each state of a turn, with the engine it started; the next start finds what was said, says
 * truly how far it came, and finishes it.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledWhileThinkingTest {
    private static final boolean ALL = "acceptance".equals(System.getProperty("ponder.counts"));
    /** What a reply that streams may lose. */
    private static final long KEPT_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    @TempDir
    private Path folder;

    @Test
    void inAThought() throws Exception {
        for (int events : events(40, 9)) {
            var folder = killedIn("thinking", events);
            try (var talk = new Talk(folder)) {
                var cut = last(talk);
                assertEquals(MessageState.INTERRUPTED, cut.state());
                assertEquals("", cut.text().content());
                assertFalse(cut.text().reasoning().isBlank());
                assertFalse(facts(cut).thought().closed());
                assertNull(facts(cut).thought().landing());
                assertNull(facts(cut).figures(), "nobody counted");
                assertTrue(cutOff(talk).inThought());
                var rest = goOn(talk);
                assertEquals(cut.id(), rest.id());
                assertEquals(
                        whole(talk, ThinkingChoice.ON, "thinking", Budget.UNLIMITED)
                                .text(),
                        rest.text());
            }
        }
    }

    @Test
    void inALanding() throws Exception {
        var folder = killedIn("landing", 1);
        try (var talk = new Talk(folder)) {
            var cut = last(talk);
            assertEquals(MessageState.INTERRUPTED, cut.state());
            assertEquals("", cut.text().content());
            var landing = Objects.requireNonNull(facts(cut).thought().landing());
            assertEquals(LandedBy.BUDGET, landing.by());
            assertFalse(facts(cut).thought().closed());
            var rest = goOn(talk);
            assertEquals(MessageState.COMPLETE, rest.state());
            assertTrue(
                    rest.text().reasoning().endsWith("\n\n" + ThinkingBudget.SENTENCE),
                    rest.text().reasoning());
            assertEquals(landing, facts(rest).thought().landing());
            assertEquals(
                    whole(talk, ThinkingChoice.ON, "landing", new Budget(60)).text(), rest.text());
        }
    }

    @Test
    void inAnAnswer() throws Exception {
        for (int events : events(25, 60)) {
            var folder = killedIn("answering", events);
            try (var talk = new Talk(folder)) {
                var cut = last(talk);
                assertEquals(MessageState.INTERRUPTED, cut.state());
                var counted = "1, 2, 3, 4, 5, 6";
                assertTrue(
                        !cut.text().content().isEmpty()
                                && (cut.text().content().startsWith(counted)
                                        || counted.startsWith(cut.text().content())),
                        cut.text().content());
                assertTrue(facts(cut).thought().closed());
                assertFalse(cutOff(talk).inThought());
                assertEquals(
                        whole(talk, ThinkingChoice.OFF, "answering", Budget.UNLIMITED)
                                .text(),
                        goOn(talk).text());
            }
        }
    }

    @Test
    void inEitherHalfOfAComparison() throws Exception {
        // the answer has some 120 pieces, so the later one lies in the second half
        for (int events : ALL ? new int[] {5, 60, 130, 170} : new int[] {60, 150}) {
            var folder = killedIn("comparing", events);
            try (var talk = new Talk(folder)) {
                var before = conversation(talk);
                var comparison = before.comparisons().getFirst();
                assertTrue(comparison.direct() != null, "the first half has begun");
                assertEquals(MessageState.INTERRUPTED, last(talk).state());
                goOn(talk);
                var after = conversation(talk);
                comparison = after.comparisons().getFirst();
                assertTrue(comparison.isWhole());
                var direct = after.messages().get(Objects.requireNonNull(comparison.direct()));
                var thinking = after.messages().get(Objects.requireNonNull(comparison.thinking()));
                for (var half : new Message[] {direct, thinking}) {
                    assertEquals(MessageState.COMPLETE, half.state());
                    assertTrue(
                            half.text().content().endsWith("59, 60"),
                            half.text().content());
                }
                assertEquals("", direct.text().reasoning());
                assertFalse(thinking.text().reasoning().isEmpty());
                assertEquals(3, after.messages().size(), "nothing was begun twice");
                assertFalse(talk.replies().goOn(after.id()));
            }
        }
    }

    @Test
    void inARoundOfTools() throws Exception {
        for (int events : events(1, 6)) {
            var folder = killedIn("tools", events);
            try (var talk = new Talk(folder)) {
                var branch = conversation(talk).branch();
                assertEquals(
                        "calculator",
                        branch.get(1).text().toolCalls().getFirst().name());
                assertEquals(Role.TOOL, branch.get(2).role());
                assertEquals("11136", branch.get(2).text().content());
                assertEquals(MessageState.INTERRUPTED, branch.getLast().state());
                var rest = goOn(talk);
                assertEquals(MessageState.COMPLETE, rest.state());
                assertTrue(rest.text().content().contains("11136"), rest.text().content());
                assertEquals(4, conversation(talk).branch().size());
            }
        }
    }

    private static int[] events(int few, int many) {
        // one twice would find what the one before has left
        return ALL ? IntStream.of(1, few, many, few + many).distinct().toArray() : new int[] {few};
    }

    /** Runs the program until it says that it is there, and kills it when what it said must be on the disk. */
    private Path killedIn(String state, int events) throws Exception {
        var data = folder.resolve(state + "-" + events);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dponder.natives=" + System.getProperty("ponder.natives"),
                        "-Dponder.demo.model=" + System.getProperty("ponder.demo.model"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTalk.class.getName(),
                        data.toString(),
                        state,
                        Integer.toString(events))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII))) {
            assertEquals("there", lines.readLine(), "it ended before");
            long there = System.nanoTime();
            // not a wait for something to happen: the promise is that half a second is enough
            while (System.nanoTime() - there < KEPT_AFTER_NANOS) {
                LockSupport.parkNanos(KEPT_AFTER_NANOS - (System.nanoTime() - there));
            }
            process.destroyForcibly();
        }
        process.waitFor();
        return data;
    }

    private static Message goOn(Talk talk) throws Exception {
        assertTrue(talk.replies().goOn(conversation(talk).id()));
        return talk.ended();
    }

    /** What the model says where nobody kills it. */
    private static Message whole(Talk talk, ThinkingChoice thinking, String state, Budget budget) throws Exception {
        long chat = talk.chat(thinking, settings -> settings.withBudget(budget));
        return talk.say(chat, KilledTalk.question(state));
    }

    private static Conversation conversation(Talk talk) throws Exception {
        var list = talk.ponder.conversations().list();
        return talk.conversation(list.getLast().id());
    }

    private static Message last(Talk talk) throws Exception {
        return conversation(talk).branch().getLast();
    }

    private static Continuation.CutOff cutOff(Talk talk) throws Exception {
        return assertInstanceOf(Continuation.CutOff.class, Continuation.of(conversation(talk)));
    }

    private static ReplyFacts facts(Message reply) {
        return Objects.requireNonNull(reply.reply());
    }
}
