package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.GenerationEvent.AnswerText;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChatInterruptTest {

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @Test
    void endsTheReplyAndSaysSoInDone() throws InterruptedException {
        engine.replyUntilCancelled(new AnswerText("half"));
        var exit = CompletableFuture.supplyAsync(() -> command.run("chat", "--json", "x"));
        engine.replying.await();
        command.interrupts.fire();
        assertEquals(130, exit.join());
        assertEquals("{\"type\":\"answer\",\"text\":\"half\"}", command.lines().getFirst());
        assertTrue(
                command.lines().getLast().startsWith("{\"type\":\"done\",\"stopReason\":\"cancelled\""), command.out());
        assertTrue(engine.closed);
    }

    @Test
    void keepsATerminalChatThatIsReplying() throws InterruptedException, IOException {
        engine.replyUntilCancelled(new AnswerText("half")).reply(new AnswerText("whole"));
        var keyboard = new PipedOutputStream();
        command.onTerminal().reading(new PipedInputStream(keyboard));
        var exit = CompletableFuture.supplyAsync(() -> command.run("chat"));
        keyboard.write("a\n".getBytes(StandardCharsets.UTF_8));
        engine.replying.await();
        command.interrupts.fire();
        keyboard.write("b\n/exit\n".getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        assertEquals(0, exit.join());
        assertEquals("half\nwhole\n", command.out());
    }

    @Test
    void endsATerminalChatAtThePrompt() throws IOException {
        var keyboard = new PipedOutputStream();
        var prompt = new CompletableFuture<Void>();
        command.onTerminal().reading(new PipedInputStream(keyboard) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) throws IOException {
                prompt.complete(null);
                return super.read(bytes, from, length);
            }
        });
        var exit = CompletableFuture.supplyAsync(() -> command.run("chat"));
        prompt.join();
        // the chat may still be about to wait: until it does, Ctrl+C has nobody to tell
        while (!exit.isDone()) {
            command.interrupts.fire();
            Thread.onSpinWait();
        }
        assertEquals(130, exit.join());
    }

    @Test
    void givesUpALoad() {
        var interrupts = new Interrupts[1];
        var run = new CommandRun(_ -> {
            interrupts[0].fire();
            return engine;
        });
        interrupts[0] = run.interrupts;
        assertEquals(130, run.run("chat", "x"));
        assertTrue(run.err().startsWith("Interrupted."), run.err());
        assertTrue(engine.closed);
    }

    @Test
    void aSecondTimeDoesWhatHappensWithoutAnyAction() {
        var actions = new AtomicInteger();
        var exits = new AtomicInteger();
        var interrupts = new Interrupts(exits::incrementAndGet);
        try (var _ = interrupts.during(actions::incrementAndGet)) {
            interrupts.fire();
            interrupts.fire();
        }
        interrupts.fire();
        assertEquals(1, actions.get());
        assertEquals(2, exits.get());
    }
}
