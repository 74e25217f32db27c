package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.Role;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.tools.Calculator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built-in tools in the hands of the demo model. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ToolRoundsTest {
    private static final int SUMS = "acceptance".equals(System.getProperty("ponder.counts")) ? 100 : 10;

    @TempDir
    private Path folder;

    private Talk talk;

    @BeforeEach
    void open() throws Exception {
        talk = new Talk(folder);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void theModelCalculatesWithTheToolAndAnswersFromItsResult() throws Exception {
        var random = new Random(3);
        var calculator = new Calculator();
        for (int i = 0; i < SUMS; i++) {
            int a = 10 + random.nextInt(9_000);
            int b = 10 + random.nextInt(9_000);
            var sum = a + " " + List.of("+", "-", "*").get(random.nextInt(3)) + " " + b;
            var thinking = random.nextBoolean() ? ThinkingChoice.ON : ThinkingChoice.OFF;
            long chat = talk.chat(thinking, settings -> settings.withTools(true));
            var answer = talk.say(chat, "Use the calculator: " + sum);
            var branch = talk.conversation(chat).branch();
            assertEquals(
                    List.of(Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT),
                    branch.stream().map(Message::role).toList(),
                    sum);
            var call = branch.get(1).text().toolCalls().getFirst();
            assertEquals("calculator", call.name());
            var result = calculator.evaluate(sum);
            assertEquals(result, branch.get(2).text().content(), sum);
            assertEquals(MessageState.COMPLETE, branch.get(2).state());
            assertTrue(answer.text().content().contains(result), answer.text().content());
            assertNoToolText(branch);
            assertEquals(
                    thinking == ThinkingChoice.ON,
                    !branch.get(1).text().reasoning().isEmpty());
        }
    }

    @Test
    void theModelAsksTheClock() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON, settings -> settings.withTools(true));
        talk.say(chat, "What time is it in Lima?");
        var branch = talk.conversation(chat).branch();
        assertEquals("current_time", branch.get(1).text().toolCalls().getFirst().name());
        var today = LocalDate.now(ZoneId.of("America/Lima"));
        var result = branch.get(2).text().content();
        assertTrue(
                result.contains(today.toString())
                        || result.contains(today.minusDays(1).toString()),
                result);
        assertTrue(result.contains("America/Lima"), result);
        assertNoToolText(branch);
    }

    @Test
    void withToolsOffNothingIsOffered() throws Exception {
        long chat = talk.chat(ThinkingChoice.OFF);
        var reply = talk.say(chat, "What time is it?");
        assertTrue(reply.text().toolCalls().isEmpty());
        assertEquals(
                "I have no tool for the time here, so I cannot do that.",
                reply.text().content());
    }

    @Test
    void theLedgerCountsTheToolsToo() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON, settings -> settings.withTools(true));
        talk.say(chat, "Use the calculator: 12 * 34");
        var counted = talk.heard.events(dev.ponder.engine.GenerationEvent.PromptCounted.class);
        var plans = talk.heard.plans();
        assertEquals(2, plans.size());
        for (int i = 0; i < 2; i++) {
            var ledger = plans.get(i).ledger();
            assertEquals(counted.get(i).promptTokens(), ledger.promptTokens());
            assertTrue(ledger.system() > 50, "the tools are instructions: " + ledger);
        }
    }

    private static void assertNoToolText(List<Message> branch) {
        for (var message : branch) {
            if (message.role() == Role.ASSISTANT) {
                var text = message.text().content() + message.text().reasoning();
                assertFalse(text.contains("tool_call") || text.contains("\"arguments\""), text);
            }
        }
    }
}
