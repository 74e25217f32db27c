package dev.ponder.engine.host;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Sends messages to a child on a thread of its own, since a stopped child reads nothing and its pipe fills up. */
final class Outbox {
    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    /** No message is empty. */
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> payloads = new LinkedBlockingQueue<>();
    private final OutputStream out;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("engine-outbox").unstarted(this::send);

    Outbox(OutputStream out) {
        this.out = out;
    }

    void start() {
        thread.start();
    }

    /** Queues a message; never blocks. */
    void put(byte[] payload) {
        payloads.add(payload);
    }

    /** Ends the thread once it has nothing left to send, or nobody to send it to. */
    void close() {
        payloads.add(END);
    }

    private void send() {
        var frames = new FrameWriter(out);
        try (out) {
            for (var payload = payloads.take(); payload.length > 0; payload = payloads.take()) {
                frames.write(payload);
            }
        } catch (IOException e) {
            // the reader sees the same end and knows more of its reason
            LOG.log(Level.DEBUG, "the engine process takes no more messages", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
