package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.MODEL;
import static dev.ponder.engine.DemoModelChat.engine;
import static dev.ponder.engine.DemoModelChat.hear;
import static dev.ponder.engine.DemoModelChat.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ThinkingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The KV cache is reused within and across conversations, and never changes what is said. */
class PrefixReuseTest {

    /** Tokens that every prompt of the template begins with. */
    private static final int OPENING = 8;

    private static final ChatMessage FACT = ChatMessage.user("My favourite colour is green. Please remember it.");
    private static final ChatMessage QUESTION = ChatMessage.user("What is my favourite colour?");

    @Test
    void aFollowUpPrefillsOnlyWhatIsNew() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL))) {
            var first = hear(engine, request(ThinkingMode.OFF, FACT).withConversation("a"));
            var answer = ChatMessage.assistant(first.answer());
            var second = hear(
                    engine, request(ThinkingMode.OFF, FACT, answer, QUESTION).withConversation("a"));

            // the whole first prompt is still there but its closing empty thought, which history leaves out
            int closingThought = 4;
            var tokens = second.finished().tokens();
            assertTrue(tokens.cached() >= first.finished().tokens().prompt() - closingThought, tokens.toString());
            assertTrue(second.answer().contains("green"), second.answer());
        }
    }

    @Test
    void twoConversationsStayWarmAtOnce() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL))) {
            var first = hear(engine, talk("apple"));
            hear(engine, talk("cherry"));
            var again = hear(engine, talk("apple"));
            assertEquals(
                    first.finished().tokens().prompt() - 1,
                    again.finished().tokens().cached());
            assertEquals(first.answer(), again.answer());
        }
    }

    @Test
    void withoutMemoryForItNothingElseStaysWarm() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL).withWarmBytes(0))) {
            hear(engine, talk("apple"));
            hear(engine, talk("cherry"));
            int cached = hear(engine, talk("apple")).finished().tokens().cached();
            assertTrue(cached < OPENING, "cached: " + cached);
        }
    }

    @Test
    void theLongestUnusedConversationIsDroppedFirst() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL).withWarmBytes(5_000_000))) {
            for (var word : List.of("apple", "cherry", "banana", "lemon", "orange", "grape")) {
                hear(engine, talk(word));
            }
            int newest = hear(engine, talk("orange")).finished().tokens().cached();
            int oldest = hear(engine, talk("apple")).finished().tokens().cached();
            assertTrue(oldest < OPENING, "apple: " + oldest);
            assertTrue(newest > 200, "orange: " + newest);
        }
    }

    @Test
    void aCommonSystemPromptIsPrefilledOnce() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL))) {
            var system = ChatMessage.system("You are kind. ".repeat(60));
            hear(engine, request(ThinkingMode.OFF, system, FACT).withConversation("a"));
            var other = hear(engine, request(ThinkingMode.OFF, system, QUESTION).withConversation("b"));
            var tokens = other.finished().tokens();
            assertTrue(tokens.prompt() - tokens.cached() < 40, tokens.toString());
        }
    }

    @Test
    void aReplyWithoutAConversationNeitherUsesNorLeavesAnything() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL))) {
            hear(engine, request(ThinkingMode.OFF, FACT).withConversation("a"));
            var alone = hear(engine, request(ThinkingMode.OFF, FACT));
            var aloneAgain = hear(engine, request(ThinkingMode.OFF, FACT));
            assertEquals(0, alone.finished().tokens().cached());
            assertEquals(0, aloneAgain.finished().tokens().cached());
        }
    }

    @Test
    void warmAndColdCachesSayTheSame() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL))) {
            var history = new ArrayList<ChatMessage>();
            for (int turn = 0; turn < 6; turn++) {
                history.add(ChatMessage.user("What is " + (123 + turn) + " + " + (456 + 7 * turn) + "?"));
                var messages = history.toArray(ChatMessage[]::new);
                var warm = hear(engine, request(ThinkingMode.ON, messages).withConversation("a"));
                var cold = hear(engine, request(ThinkingMode.ON, messages));
                assertEquals(cold.reasoning() + "|" + cold.answer(), warm.reasoning() + "|" + warm.answer());
                history.add(ChatMessage.assistant(warm.answer()));
            }
        }
    }

    @Test
    void aReplyWithoutAConversationDoesNotCostAnotherItsCache() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL))) {
            var first = hear(engine, talk("apple"));
            hear(engine, talk("apple").withConversation(null));
            assertEquals(
                    first.finished().tokens().prompt() - 1,
                    hear(engine, talk("apple")).finished().tokens().cached());
        }
    }

    private static GenerationRequest talk(String word) {
        return request(ThinkingMode.OFF, ChatMessage.user((word + " ").repeat(200)))
                .withConversation(word)
                .withMaxTokens(4);
    }
}
