package dev.ponder.downloads.disk;

import dev.ponder.downloads.ByteRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A set of bytes of a file, kept as ranges that neither overlap nor touch. For one thread. */
public final class ByteRanges {

    private final TreeMap<Long, Long> endByStart = new TreeMap<>();
    private long total;

    /** How many bytes are in the set. */
    public long total() {
        return total;
    }

    /** Puts a range in; what is there already stays. */
    public void add(ByteRange range) {
        long start = range.start();
        long end = range.end();
        var before = endByStart.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
        }
        Map.Entry<Long, Long> next;
        while ((next = endByStart.ceilingEntry(start)) != null && next.getKey() <= end) {
            end = Math.max(end, next.getValue());
            take(next);
        }
        put(start, end);
    }

    /** Takes a range out, as far as it is there. */
    public void remove(ByteRange range) {
        var before = endByStart.floorEntry(range.start());
        if (before != null && before.getValue() > range.start()) {
            cut(before, range);
        }
        Map.Entry<Long, Long> next;
        while ((next = endByStart.ceilingEntry(range.start())) != null && next.getKey() < range.end()) {
            cut(next, range);
        }
    }

    private void cut(Map.Entry<Long, Long> entry, ByteRange range) {
        take(entry);
        if (entry.getKey() < range.start()) {
            put(entry.getKey(), range.start());
        }
        if (entry.getValue() > range.end()) {
            put(range.end(), entry.getValue());
        }
    }

    private void take(Map.Entry<Long, Long> entry) {
        endByStart.remove(entry.getKey());
        total -= entry.getValue() - entry.getKey();
    }

    private void put(long start, long end) {
        endByStart.put(start, end);
        total += end - start;
    }

    /** Whether all of a range is in the set. */
    public boolean contains(ByteRange range) {
        var entry = endByStart.floorEntry(range.start());
        return entry != null && entry.getValue() >= range.end();
    }

    /** The first bytes within a range that are not in the set, as one range; empty if all are. */
    public Optional<ByteRange> firstGap(ByteRange within) {
        var before = endByStart.floorEntry(within.start());
        long start = before == null ? within.start() : Math.max(within.start(), before.getValue());
        if (start >= within.end()) {
            return Optional.empty();
        }
        // ranges never touch, so behind the end of one there is a gap
        var next = endByStart.higherKey(start);
        return Optional.of(new ByteRange(start, next == null ? within.end() : Math.min(next, within.end())));
    }

    /** All ranges in file order. */
    public List<ByteRange> ranges() {
        return endByStart.entrySet().stream()
                .map(entry -> new ByteRange(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** An independent copy. */
    public ByteRanges copy() {
        var copy = new ByteRanges();
        copy.endByStart.putAll(endByStart);
        copy.total = total;
        return copy;
    }
}
