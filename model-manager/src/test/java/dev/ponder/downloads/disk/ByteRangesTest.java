package dev.ponder.downloads.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ponder.downloads.ByteRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteRangesTest {

    private static final int SIZE = 60;

    @Test
    void isTheSameAsASetOfBits() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var bits = new BitSet();
            var ranges = new ByteRanges();
            for (int step = 0; step < 60; step++) {
                int start = random.nextInt(SIZE - 1);
                int end = start + 1 + random.nextInt(Math.min(12, SIZE - start - 1) + 1);
                var range = new ByteRange(start, Math.min(end, SIZE));
                if (random.nextInt(3) > 0) {
                    ranges.add(range);
                    bits.set((int) range.start(), (int) range.end());
                } else {
                    ranges.remove(range);
                    bits.clear((int) range.start(), (int) range.end());
                }
                compare(bits, ranges, range);
            }
        }
    }

    private static void compare(BitSet bits, ByteRanges ranges, ByteRange range) {
        assertEquals(runs(bits), ranges.ranges());
        assertEquals(runs(bits), ranges.copy().ranges());
        assertEquals(bits.cardinality(), ranges.total());
        int start = (int) range.start();
        int clear = bits.nextClearBit(start);
        assertEquals(clear >= range.end(), ranges.contains(range));
        int set = bits.nextSetBit(clear);
        var gap = clear >= range.end()
                ? Optional.<ByteRange>empty()
                : Optional.of(new ByteRange(clear, set < 0 ? range.end() : Math.min(set, range.end())));
        assertEquals(gap, ranges.firstGap(range));
    }

    private static List<ByteRange> runs(BitSet bits) {
        var runs = new ArrayList<ByteRange>();
        for (int start = bits.nextSetBit(0); start >= 0; start = bits.nextSetBit(bits.nextClearBit(start))) {
            runs.add(new ByteRange(start, bits.nextClearBit(start)));
        }
        return runs;
    }
}
