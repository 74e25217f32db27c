package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.qwen.Prompt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After the user has read an answer, the next turn prefills what is new and nothing else, and says the same as without. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class WarmHistoryTest {
    private static final int CONVERSATIONS = "acceptance".equals(System.getProperty("ponder.counts")) ? 100 : 10;
    private static final int TURNS = 4;

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
    void theNextTurnPrefillsItsMessageAndTheGenerationPrompt() throws Exception {
        var random = new Random(31);
        int turns = 0;
        for (int i = 0; i < CONVERSATIONS; i++) {
            long chat = talk.chat(ThinkingChoice.ON);
            for (int turn = 0; turn < TURNS; turn++) {
                var question = question(random);
                var reply = talk.say(chat, question);
                assertFalse(reply.text().reasoning().isEmpty());
                var counted = talk.heard.events(PromptCounted.class).getLast();
                if (turn > 0) {
                    assertEquals(
                            tokens(question),
                            counted.promptTokens() - counted.cachedTokens(),
                            "turn " + turn + " of " + i);
                    turns++;
                }
                waitForIdleWork(turn == 0);
            }
        }
        System.out.println(turns + " turns prefilled their own message and nothing else");
        saysTheSameFromNothing();
    }

    /** A title comes after the first turn, and the cache is brought back after it. */
    private void waitForIdleWork(boolean titled) throws InterruptedException {
        talk.heard.nextWarm(Talk.DEADLINE);
        if (titled) {
            talk.heard.nextWarm(Talk.DEADLINE);
        }
    }

    private int tokens(String question) throws Exception {
        return talk.ponder
                .engine()
                .tokenize(new Prompt(List.of(
                        new Prompt.Marker("<|im_start|>"),
                        new Prompt.Text("user\n" + question),
                        new Prompt.Marker("<|im_end|>"),
                        new Prompt.Text("\n"),
                        new Prompt.Marker("<|im_start|>"),
                        new Prompt.Text("assistant\n"))))
                .length;
    }

    private void saysTheSameFromNothing() throws Exception {
        var kept = new ArrayList<String>();
        for (var summary : talk.ponder.conversations().list().reversed()) {
            for (var message : talk.conversation(summary.id()).branch()) {
                if (message.reply() != null) {
                    kept.add(message.text().reasoning() + "|" + message.text().content());
                }
            }
        }
        var plans = talk.heard.plans();
        assertEquals(plans.size(), kept.size());
        int different = 0;
        for (int i = 0; i < plans.size(); i++) {
            different += kept.get(i).equals(cold((ContextPlan.Ready) plans.get(i))) ? 0 : 1;
        }
        System.out.println(plans.size() - different + " of " + plans.size() + " replies are those of a cold cache");
        assertTrue(different == 0, different + " differ");
    }

    /** What the model says to a prompt when it keeps nothing from before. */
    private String cold(ContextPlan.Ready plan) throws InterruptedException {
        var thought = new StringBuilder();
        var answer = new StringBuilder();
        talk.ponder
                .engine()
                .generate(GenerationRequest.of(plan.prompt(), plan.start()), event -> {
                    switch (event) {
                        case ReasoningText(var text) -> thought.append(text);
                        case AnswerText(var text) -> answer.append(text);
                        default -> {}
                    }
                })
                .await();
        return thought + "|" + answer;
    }

    private static String question(Random random) {
        int a = 100 + random.nextInt(900);
        int b = 100 + random.nextInt(900);
        return switch (random.nextInt(6)) {
            case 0 -> "What is " + a + " + " + b + "?";
            case 1 -> "What is " + (a + b) + " - " + b + "?";
            case 2 -> "How many letters does telescope have?";
            case 3 ->
                "What is the capital of "
                        + List.of("Peru", "Norway", "India", "Cuba").get(random.nextInt(4)) + "?";
            case 4 -> "Is " + a + " prime?";
            default -> "Spell the word \"galaxy\".";
        };
    }
}
