package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.app.Ponder;
import dev.ponder.app.PonderPaths;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Message;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.session.ModelState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** The application with the demo model ready, through the real engine process, in a real store. */
final class Talk implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(60);

    final HeardReplies heard = new HeardReplies();
    final Ponder ponder;

    Talk(Path folder) throws Exception {
        ponder = Ponder.open(new PonderPaths(folder), heard, _ -> {});
        ponder.models().load("demo");
        await(() -> ponder.models().state() instanceof ModelState.Ready);
    }

    Replies replies() {
        return ponder.replies();
    }

    /** A new conversation. */
    long chat(ThinkingChoice thinking, UnaryOperator<ConversationSettings> settings) throws Exception {
        return ponder.conversations()
                .create(settings.apply(ConversationSettings.of(thinking, "demo")))
                .id();
    }

    long chat(ThinkingChoice thinking) throws Exception {
        return chat(thinking, settings -> settings);
    }

    /** Sends a message and waits for the end of the turn. */
    Message say(long chat, String text) throws Exception {
        replies().send(chat, text);
        return ended();
    }

    Message ended() throws InterruptedException {
        return heard.nextEnd(DEADLINE);
    }

    Conversation conversation(long chat) throws Exception {
        return ponder.conversations().find(chat).orElseThrow();
    }

    Message message(long id) throws Exception {
        return ponder.conversations().message(id);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        ponder.close();
    }
}
