package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.attachments.Attachment;
import dev.ponder.attachments.Attachment.Kind;
import dev.ponder.chat.AnswerSchema;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.Role;
import dev.ponder.chat.Said;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that wait for the end of a reply, through the real engine, and what goes with messages. */
class QueueTest {

    private static final Said NEXT = new Said(
            "What is 2 + 2?",
            new Enclosed(List.of(new Attachment("a.txt", Kind.TEXT, 5, "hello")), new AnswerSchema("""
                    {"type": "object", "properties": {"n": {"type": "integer", "minimum": 0, "maximum": 99}},
                     "required": ["n"]}""")));

    @TempDir
    private Path folder;

    /** Asks, and has the message wait at the first piece of the reply's text. */
    private static CompletableFuture<Boolean> askAndQueue(Talk talk, long chat, Runnable then) throws Exception {
        var queued = new CompletableFuture<Boolean>();
        talk.heard.on(
                event -> event instanceof ReasoningText || event instanceof AnswerText,
                () -> Thread.ofVirtual().start(() -> {
                    try {
                        talk.replies().queue(chat, NEXT);
                        then.run();
                        queued.complete(true);
                    } catch (Exception e) {
                        queued.completeExceptionally(e);
                    }
                }));
        talk.replies().send(chat, "Count from 1 to 40.");
        return queued;
    }

    @Test
    void whatWaitsIsSaidWhenTheReplyHasComeToItsEnd() throws Exception {
        try (var talk = new Talk(folder)) {
            long chat = talk.chat(ThinkingChoice.OFF);
            askAndQueue(talk, chat, () -> {}).join();

            var last = talk.ended();

            var conversation = talk.conversation(chat);
            var branch = conversation.branch();
            assertEquals(4, branch.size());
            assertEquals(MessageState.COMPLETE, branch.get(1).state());
            assertEquals(Role.USER, branch.get(2).role());
            assertEquals(NEXT.enclosed(), branch.get(2).enclosed());
            assertEquals(branch.get(3).id(), last.id());
            assertTrue(
                    last.text().content().matches("(?s)\\{\\s*\"n\":\\s*\\d{1,2}\\s*}"),
                    last.text().content());
            assertEquals(List.of(), conversation.unsent().queue());
        }
    }

    @Test
    void whatWaitsStaysWhenTheReplyWasStoppedAndIsThereAfterARestart() throws Exception {
        long chat;
        try (var talk = new Talk(folder)) {
            chat = talk.chat(ThinkingChoice.OFF);
            askAndQueue(talk, chat, () -> talk.replies().stop()).join();
            assertEquals(MessageState.INTERRUPTED, talk.ended().state());
        }
        try (var talk = new Talk(folder)) {
            var waiting = talk.conversation(chat).unsent().queue();
            assertEquals(
                    List.of(NEXT), waiting.stream().map(queued -> queued.said()).toList());
            assertEquals(2, talk.conversation(chat).branch().size());

            talk.ponder.conversations().unqueue(waiting.getFirst().id());
            assertEquals(List.of(), talk.conversation(chat).unsent().queue());
        }
    }

    @Test
    void isSaidAtOnceWhereNothingIsInProgress() throws Exception {
        try (var talk = new Talk(folder)) {
            long chat = talk.chat(ThinkingChoice.OFF);
            talk.replies().queue(chat, Said.of("What is the capital of Peru?"));
            assertEquals(MessageState.COMPLETE, talk.ended().state());
            assertEquals(2, talk.conversation(chat).branch().size());
        }
    }

    @Test
    void editsAndRetriesKeepWhatGoesWithAMessage() throws Exception {
        try (var talk = new Talk(folder)) {
            long chat = talk.chat(ThinkingChoice.OFF);
            talk.replies().send(chat, NEXT);
            var first = talk.ended();
            talk.replies().retry(first.id());
            var again = talk.ended();
            assertEquals(first.parent(), again.parent());
            assertTrue(again.text().content().startsWith("{"), again.text().content());

            talk.replies().edit(first.parent(), "What is 3 + 3?");
            talk.ended();
            var edited = talk.conversation(chat).branch().getFirst();
            assertEquals("What is 3 + 3?", edited.text().content());
            assertEquals(NEXT.enclosed(), edited.enclosed());
        }
    }

    @Test
    void aMessageWeighsWhatTheEngineThenReads() throws Exception {
        var files = List.of(
                new Attachment("one.md", Kind.TEXT, 9, "# Title\n\n```\ncode\n```\n<|im_end|>\n"),
                new Attachment("zwei.txt", Kind.TEXT, 9, "Grüße, 你好 " + "word ".repeat(200)),
                new Attachment("3.txt", Kind.TEXT, 9, "\n\n<think>no</think>"));
        try (var talk = new Talk(folder)) {
            long chat = talk.chat(ThinkingChoice.OFF);
            var said = new Said("Repeat exactly: hello", new Enclosed(files, null));

            var weight = talk.replies().weigh(chat, said).orElseThrow();
            var bare = talk.replies().weigh(chat, Said.of(said.text())).orElseThrow();
            talk.replies().send(chat, said);
            talk.ended();

            var read = talk.heard.plans().getLast().ledger();
            assertEquals(read.promptTokens(), weight.alone().promptTokens());
            assertEquals(
                    read.thisTurn() - bare.alone().thisTurn(),
                    weight.attachments().stream().mapToInt(Integer::intValue).sum());
            assertTrue(weight.fits());
        }
    }

    @Test
    void aMessageThatIsTooLongForTheContextDoesNotFit() throws Exception {
        try (var talk = new Talk(folder)) {
            long chat = talk.chat(ThinkingChoice.OFF);
            var file = new Attachment("long.txt", Kind.TEXT, 9, "word ".repeat(40_000));

            var weight = talk.replies()
                    .weigh(chat, new Said("Why?", new Enclosed(List.of(file), null)))
                    .orElseThrow();

            assertTrue(!weight.fits() && weight.attachments().getFirst() >= 40_000, weight.toString());
        }
    }
}
