package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.thinking.LoopWatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo model's public replies look repetitive, trial divisions and copies above all; none of them is a loop. */
class LoopWatchOnDemoRepliesTest {
    private static final Pattern PIECE = Pattern.compile("\\s?\\p{L}+|\\s?\\p{N}|\\s+|.", Pattern.DOTALL);

    @Test
    void noPublicReplyRaisesAnAlarm() {
        for (var demo : DemoCases.all()) {
            var watch = new LoopWatch();
            PIECE.matcher(demo.reference())
                    .results()
                    .forEach(piece -> assertTrue(watch.accept(piece.group()).isEmpty(), demo.id()));
        }
    }
}
