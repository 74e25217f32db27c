package dev.ponder.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Lines that a person types, awaited together with Ctrl+C: reading a terminal cannot be interrupted otherwise. */
final class TypedLines {

    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final Interrupts interrupts;

    /** What came from the keyboard. */
    sealed interface Input {

        /**
         * A line.
         *
         * @param text without its end
         */
        record Line(String text) implements Input {}

        /** Ctrl+D, or the terminal is gone. */
        record End() implements Input {}

        /** Ctrl+C. */
        record Interrupt() implements Input {}
    }

    /** Starts reading on a thread of its own. */
    TypedLines(InputStream in, Interrupts interrupts) {
        this.interrupts = interrupts;
        Thread.ofPlatform().name("ponder-keyboard").daemon().start(() -> read(in));
    }

    /** Waits for the next input. */
    Input next() {
        try (var _ = interrupts.during(() -> inputs.add(new Input.Interrupt()))) {
            return inputs.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Input.Interrupt();
        }
    }

    private void read(InputStream in) {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                inputs.add(new Input.Line(line));
            }
        } catch (IOException _) {
            // the terminal was closed, which ends the chat as Ctrl+D does
        }
        inputs.add(new Input.End());
    }
}
