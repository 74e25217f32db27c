package dev.ponder.chat;

import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that talks to itself until it is killed: it types drafts, sends questions and streams replies, and says on
 * its standard output what it has done, with the time.
 */
final class KilledWriter {

    private final Conversations conversations;
    private final Random random = new Random();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);

    private KilledWriter(Conversations conversations) {
        this.conversations = conversations;
    }

    public static void main(String... arguments) throws Exception {
        var store = Store.open(new StoreFiles(Path.of(arguments[0])));
        new KilledWriter(Conversations.open(store)).talk();
    }

    private void talk() throws Exception {
        long conversation = conversations
                .create(ConversationSettings.of(ThinkingChoice.ON, "demo"))
                .id();
        for (int turn = 0; ; turn++) {
            conversations.keepDraft(conversation, "draft " + turn);
            say("typed", conversation, turn);
            var question = conversations.say(conversation, "question " + turn);
            say("sent", question.id(), turn);
            stream(question);
        }
    }

    private void stream(Message question) throws Exception {
        var reply = conversations.reply(question.id(), ReplyBeginning.of("demo", ReplyMode.of(true)), _ -> {});
        say("begun", reply.message().id(), 0);
        int words = 1 + random.nextInt(600);
        for (int word = 0; word < words; word++) {
            reply.append(word < words / 2 ? ReplyPart.REASONING : ReplyPart.ANSWER, word + " ");
            // said after it was handed over: what is said was certainly there to be kept
            say("streamed", reply.message().id(), word);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(12)));
        }
        reply.finish(new ReplyOutcome(StopReason.STOP, null, List.of(), null)).get();
        say("finished", reply.message().id(), words);
    }

    private void say(String what, long message, int number) {
        out.println(what + " " + message + " " + number + " " + System.currentTimeMillis());
    }
}
