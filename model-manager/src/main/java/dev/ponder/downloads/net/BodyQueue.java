package dev.ponder.downloads.net;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes, read by one thread that does not wait for ever. The JDK's own stream knows no limit of time, and lets
 * one buffer be under way at a time.
 */
final class BodyQueue implements BodySubscriber<BodyQueue> {

    /** Lists of buffers under way, of about 16 KiB each. */
    private static final int AHEAD = 32;

    private sealed interface Item {
        record Bytes(List<ByteBuffer> buffers) implements Item {}

        record End(@Nullable Throwable fault) implements Item {}
    }

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private @Nullable Subscription subscription;
    private boolean isCancelled;
    private List<ByteBuffer> current = List.of();
    private int next;
    private Item.@Nullable End end;

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public synchronized void onSubscribe(Subscription fresh) {
        subscription = fresh;
        if (isCancelled) {
            fresh.cancel();
        } else {
            fresh.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        items.add(new Item.Bytes(buffers));
    }

    @Override
    public void onError(Throwable fault) {
        items.add(new Item.End(fault));
    }

    @Override
    public void onComplete() {
        items.add(new Item.End(null));
    }

    /** Tells the client that nobody reads on; the connection is closed unless the body is at its end. */
    synchronized void cancel() {
        isCancelled = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private synchronized void askForMore() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    /**
     * Reads what is there; waits if nothing is.
     *
     * @return number of bytes, or -1 at the end
     * @throws HttpTimeoutException when nothing comes
     */
    int read(byte[] into, int length, Duration silence) throws IOException, InterruptedException {
        int done = 0;
        while (done < length) {
            var buffer = buffer(done == 0 ? silence : Duration.ZERO);
            if (buffer == null) {
                break;
            }
            int part = Math.min(buffer.remaining(), length - done);
            buffer.get(into, done, part);
            done += part;
        }
        return done == 0 ? -1 : done;
    }

    /** The next buffer with bytes in it; null at the end, or if nothing is there and there is no patience. */
    private @Nullable ByteBuffer buffer(Duration silence) throws IOException, InterruptedException {
        while (true) {
            while (next < current.size()) {
                if (current.get(next).hasRemaining()) {
                    return current.get(next);
                }
                next++;
            }
            if (end != null || !take(silence)) {
                return null;
            }
        }
    }

    /** Takes the next item; false at the end, or if nothing is there and there is no patience. */
    private boolean take(Duration silence) throws IOException, InterruptedException {
        var item = silence.isZero() ? items.poll() : items.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        return switch (item) {
            case null -> {
                if (!silence.isZero()) {
                    throw new HttpTimeoutException("no byte for " + silence);
                }
                yield false;
            }
            case Item.Bytes bytes -> {
                current = bytes.buffers();
                next = 0;
                askForMore();
                yield true;
            }
            case Item.End(var fault)
            when fault != null && silence.isZero() -> {
                // told by the next read; what has come before it counts
                items.add(item);
                yield false;
            }
            case Item.End last -> {
                end = last;
                if (last.fault() != null) {
                    throw new IOException(last.fault());
                }
                yield false;
            }
        };
    }
}
