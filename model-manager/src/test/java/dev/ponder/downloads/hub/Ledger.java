package dev.ponder.downloads.hub;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.disk.ByteRanges;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What a server has sent, and what of it more than once. */
public final class Ledger {

    private final Map<Content, ByteRanges> sent = new HashMap<>();
    private long total;
    private long twice;

    synchronized void sent(Content content, ByteRange range) {
        var ranges = sent.computeIfAbsent(content, _ -> new ByteRanges());
        long before = ranges.total();
        ranges.add(range);
        total += range.length();
        twice += range.length() - (ranges.total() - before);
        notifyAll();
    }

    /** Bytes of bodies. */
    public synchronized long total() {
        return total;
    }

    /** Bytes of a file that were sent at least once. */
    public synchronized long sentOnce(Content content) {
        var ranges = sent.get(content);
        return ranges == null ? 0 : ranges.total();
    }

    /** Bytes that had been sent before. */
    public synchronized long twice() {
        return twice;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        sent.clear();
        total = 0;
        twice = 0;
    }

    /** Waits until so much was sent. */
    public synchronized void awaitTotal(long bytes) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        awaitTotal(bytes, () -> System.nanoTime() < deadline);
        if (total < bytes) {
            throw new AssertionError("only " + total + " of " + bytes + " bytes were sent");
        }
    }

    /** Waits until so much was sent, or as long as it makes sense. */
    public synchronized void awaitTotal(long bytes, BooleanSupplier isWorthIt) throws InterruptedException {
        while (total < bytes && isWorthIt.getAsBoolean()) {
            wait(20);
        }
    }
}
