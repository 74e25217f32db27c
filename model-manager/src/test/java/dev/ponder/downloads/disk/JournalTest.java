package dev.ponder.downloads.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.disk.JournalRecord.Agreed;
import dev.ponder.downloads.disk.JournalRecord.Facts;
import dev.ponder.downloads.disk.JournalRecord.Lost;
import dev.ponder.downloads.disk.JournalRecord.Piece;
import dev.ponder.downloads.disk.JournalRecord.Reserved;
import dev.ponder.downloads.disk.JournalRecord.Written;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Sha256 ONE = new Sha256("1".repeat(64));
    private static final Sha256 TWO = new Sha256("2".repeat(64));
    private static final JournalFacts FACTS = new JournalFacts(
            250,
            ONE,
            true,
            100,
            Optional.of(new PieceHashes(100, List.of(ONE, TWO, ONE))),
            List.of(Source.huggingFace("o/r", "main", "f.gguf"), Source.modelScope("o/r", "master", "f.gguf")));
    private static final List<JournalRecord> RECORDS = List.of(
            new Facts(FACTS),
            new Reserved(250),
            new Written(new ByteRange(0, 60), 7),
            new Written(new ByteRange(60, 100), -8),
            new Piece(0, ONE, "hf:o/r/f.gguf@main"),
            new Written(new ByteRange(110, 120), 9),
            new Written(new ByteRange(200, 250), 10),
            new Agreed(0, "modelscope:o/r/f.gguf@master"));

    @TempDir
    private Path folder;

    @Test
    void saysInALaterRunWhatWasNoted() throws Exception {
        var state = written(RECORDS);
        assertEquals(Optional.of(FACTS), state.facts());
        assertEquals(250, state.reserved());
        assertEquals(ONE, state.pieces().get(0).sha256());
        assertEquals(Set.of("modelscope:o/r/f.gguf@master"), state.agreed(0));
        assertEquals(
                List.of(new ByteRange(0, 100), new ByteRange(110, 120), new ByteRange(200, 250)),
                state.ranges().ranges());
        assertEquals(List.of(), state.written(new ByteRange(0, 100)), "the piece's hash is enough");
        assertEquals(9, state.written(new ByteRange(100, 200)).getFirst().crc32c());
    }

    @Test
    void whatIsLostIsForgotten() throws Exception {
        var records = new java.util.ArrayList<>(RECORDS);
        records.add(new Lost(new ByteRange(50, 60)));
        records.add(new Lost(new ByteRange(115, 130)));
        var state = written(records);
        assertEquals(
                List.of(new ByteRange(200, 250)), state.ranges().ranges(), "of an extent nothing is left to check");
        assertEquals(Set.of(), state.agreed(0));
    }

    @Test
    void aJournalCutAnywhereStillSaysWhatStandsBeforeTheCut() throws Exception {
        written(RECORDS);
        var file = folder.resolve("journal");
        var bytes = Files.readAllBytes(file);
        long before = 0;
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            long total = Journal.read(file).ranges().total();
            assertTrue(total >= before, "at " + length);
            before = total;
            // and it goes on behind the cut
            try (var journal = Journal.open(file)) {
                journal.add(new Facts(FACTS));
                journal.add(new Written(new ByteRange(130, 140), 1));
            }
            assertEquals(1, Journal.read(file).written(new ByteRange(130, 140)).size(), "at " + length);
        }
        assertEquals(160, before);
    }

    @Test
    void aByteThatChangedCostsItsOwnLineOnly() throws Exception {
        written(RECORDS);
        var file = folder.resolve("journal");
        var bytes = Files.readAllBytes(file);
        int facts = new String(bytes, StandardCharsets.UTF_8).indexOf('\n', 1);
        for (int at = facts + 1; at < bytes.length; at++) {
            var damaged = bytes.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);
            long total = Journal.read(file).ranges().total();
            assertTrue(total >= 100 && total <= 160, total + " bytes at " + at);
        }
    }

    @Test
    void whatLiesOutsideTheFileIsPassedOver() throws Exception {
        var state = written(List.of(
                new Written(new ByteRange(0, 10), 1),
                new Facts(FACTS),
                new Written(new ByteRange(240, 260), 1),
                new Piece(3, ONE, ""),
                new Piece(-1, ONE, ""),
                new Agreed(7, ""),
                new Lost(new ByteRange(0, 1_000))));
        assertEquals(0, state.ranges().total());
    }

    @Test
    void noJournalIsAnEmptyOne() throws Exception {
        assertEquals(Optional.empty(), Journal.read(folder.resolve("none")).facts());
        Files.write(folder.resolve("noise"), new byte[] {0, 1, 2, (byte) 0xff, '\n', 0});
        assertEquals(Optional.empty(), Journal.read(folder.resolve("noise")).facts());
    }

    private JournalState written(List<JournalRecord> records) throws Exception {
        var file = folder.resolve("journal");
        try (var journal = Journal.open(file)) {
            for (var record : records) {
                journal.add(record);
            }
            journal.force();
        }
        return Journal.read(file);
    }
}
