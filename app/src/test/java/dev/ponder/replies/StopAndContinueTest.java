package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reply that was stopped at any place and continued says what it would have said undisturbed. */
class StopAndContinueTest {

    private static final int PLACES = "acceptance".equals(System.getProperty("ponder.counts")) ? 100 : 10;

    private static final List<String> QUESTIONS = List.of(
            "What is 345 + 678?",
            "How many times does the letter r occur in strawberry?",
            "Is 91 prime?",
            "What is 17 * 23?",
            "Spell the word banana backwards.",
            "Write a short story about a fox.",
            "Count from 1 to 20.");

    @TempDir
    private Path folder;

    @Test
    void continuesToTheSameEndFromAnyPlaceOfThoughtAndAnswer() throws Exception {
        var random = new Random(66);
        int inThought = 0;
        int inAnswer = 0;
        try (var talk = new Talk(folder)) {
            for (int place = 0; place < PLACES; place++) {
                var question = QUESTIONS.get(place % QUESTIONS.size());
                var whole = said(talk, question);
                var cut = stopped(talk, question, random.nextInt(pieces(talk)));
                if (cut.state() == MessageState.COMPLETE) {
                    // it was over before the stop came
                    assertSame(whole, cut, question);
                    continue;
                }
                assertEquals(MessageState.INTERRUPTED, cut.state());
                boolean answering = !cut.text().content().isEmpty();
                inAnswer += answering ? 1 : 0;
                inThought += answering ? 0 : 1;
                talk.replies().resume(cut.id());
                var rest = talk.ended();

                assertEquals(MessageState.COMPLETE, rest.state(), question);
                assertSame(
                        whole,
                        rest,
                        question + " stopped after " + cut.text().reasoning()
                                + cut.text().content());
            }
        }
        assertTrue(inThought > 0 && inAnswer > 0, inThought + " places in thoughts, " + inAnswer + " in answers");
    }

    private static long chat(Talk talk) throws Exception {
        return talk.chat(ThinkingChoice.ON, settings -> settings.withSampling(Sampling.GREEDY));
    }

    private static Message said(Talk talk, String question) throws Exception {
        return talk.say(chat(talk), question);
    }

    /** Events that the last whole reply had. */
    private static int pieces(Talk talk) {
        int pieces = talk.heard.events(ReasoningText.class).size()
                + talk.heard.events(AnswerText.class).size();
        talk.heard.forget();
        return Math.max(2, pieces - 2);
    }

    private static Message stopped(Talk talk, String question, int after) throws Exception {
        var heard = new AtomicInteger();
        talk.heard.on(
                event -> (event instanceof ReasoningText || event instanceof AnswerText)
                        && heard.getAndIncrement() >= after,
                () -> talk.replies().stop());
        talk.replies().send(chat(talk), question);
        var cut = talk.ended();
        talk.heard.forget();
        return cut;
    }

    private static void assertSame(Message whole, Message other, String where) {
        assertEquals(whole.text().reasoning(), other.text().reasoning(), where);
        assertEquals(whole.text().content(), other.text().content(), where);
    }
}
