package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.MODEL;
import static dev.ponder.engine.DemoModelChat.TEMPLATE;
import static dev.ponder.engine.DemoModelChat.engine;
import static dev.ponder.engine.DemoModelChat.hear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.ThinkingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Conversations of thinking replies, each warmed after its reply: the next turn prefills its own message and no more, and
 * says what an engine without a cache says.
 */
class WarmHistoryTest {
    private static final int CONVERSATIONS = Counts.of(100);
    private static final int TURNS = 4;

    @Test
    void theNextTurnPrefillsOnlyItsMessageAndSaysTheSame() throws Exception {
        var random = new Random(100);
        var demo = LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1);
        try (var warm = engine(demo);
                var cold = engine(demo)) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                converse(warm, cold, "conversation-" + i, random);
            }
        }
    }

    private static void converse(Engine warm, Engine cold, String name, Random random) throws Exception {
        var chat = new ArrayList<ChatMessage>();
        var history = new Prompt(List.of());
        for (int turn = 0; turn < TURNS; turn++) {
            chat.add(question(random));
            var prompt = TEMPLATE.render(PromptInput.of(chat, ThinkingMode.ON));
            var request = GenerationRequest.of(prompt, TEMPLATE.replyStart(ThinkingMode.ON));
            var reply = hear(warm, request.withConversation(name));
            var tokens = reply.finished().tokens();
            int added = newTokens(warm, history, prompt);
            int prefilled = tokens.prompt() - tokens.cached();
            // the first turn may find the first tokens of another conversation
            assertTrue(turn == 0 ? prefilled <= added : prefilled == added, tokens::toString);
            assertFalse(reply.reasoning().isEmpty());

            var same = hear(cold, request);
            assertEquals(same.reasoning() + "|" + same.answer(), reply.reasoning() + "|" + reply.answer());

            chat.add(ChatMessage.assistant(reply.reasoning(), reply.answer()));
            history = TEMPLATE.renderHistory(chat, List.of());
            warm(warm, name, history, tokens);
        }
    }

    /** What the message and the generation prompt add to the history. */
    private static int newTokens(Engine engine, Prompt history, Prompt prompt) throws EngineException {
        int known = history.parts().size();
        assertEquals(history.parts(), prompt.parts().subList(0, known));
        var added = prompt.parts().subList(known, prompt.parts().size());
        return engine.tokenize(new Prompt(added)).length;
    }

    private static void warm(Engine engine, String name, Prompt history, GenerationEvent.TokenCounts reply)
            throws Exception {
        var warming = engine.warm(name, history, _ -> {}).await();
        assertEquals(StopReason.STOP, warming.reason());
        // the prompt of the reply is still there, and the thought gone
        assertEquals(reply.prompt(), warming.tokens().cached());
        assertTrue(warming.tokens().prompt() < reply.prompt() + reply.generated(), warming.tokens()::toString);
    }

    private static ChatMessage question(Random random) {
        return ChatMessage.user(
                switch (random.nextInt(4)) {
                    case 0 -> "What is " + random.nextInt(100, 10_000) + " + " + random.nextInt(100, 10_000) + "?";
                    case 1 -> "What is " + random.nextInt(10, 100) + " * " + random.nextInt(10, 100) + "?";
                    case 2 -> "What is " + random.nextInt(1000, 10_000) + " - " + random.nextInt(100, 1000) + "?";
                    default -> "Is " + random.nextInt(11, 400) + " prime?";
                });
    }
}
