package dev.ponder.models.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedBookTest {

    private static final Machine MACHINE = Machine.withoutGpu(16L << 30, 12L << 30);
    private static final TokenCost SMALL = new TokenCost(1e9, 0, 0);
    private static final TokenCost LARGE = new TokenCost(4e9, 0, 0);
    private static final SpeedBook PROBED =
            SpeedBook.EMPTY.withProbe(new MachineSpeed(new Bandwidth(20e9, Bandwidth.Basis.PROBED), Optional.empty()));

    @TempDir
    private Path folder;

    @Test
    void guessesBeforeAnythingWasMeasuredAndSaysSo() {
        var estimate = SpeedBook.EMPTY.estimate(MACHINE, "m", LARGE);

        assertEquals(Bandwidth.Basis.GUESSED, estimate.basis());
        assertEquals(3, estimate.high() / estimate.low(), 0.001);
    }

    @Test
    void theProbeMakesItSurer() {
        var estimate = PROBED.estimate(MACHINE, "m", LARGE);

        assertEquals(Bandwidth.Basis.PROBED, estimate.basis());
        assertEquals(5, estimate.likely(), 0.05);
        assertEquals(5 * 1.25, estimate.high(), 0.05);
    }

    @Test
    void whatAModelDidIsWhatIsExpectedOfIt() {
        var book = PROBED.withReply("m", LARGE, 3).withReply("m", LARGE, 4);

        var estimate = book.estimate(MACHINE, "m", LARGE);

        assertEquals(Bandwidth.Basis.MEASURED, estimate.basis());
        assertEquals(3.5, estimate.likely());
    }

    @Test
    void whatOthersDidCorrectsThePrediction() {
        var slower = PROBED.withReply("small", SMALL, 10);

        var estimate = slower.estimate(MACHINE, "large", LARGE);

        assertEquals(Bandwidth.Basis.CORRECTED, estimate.basis());
        assertEquals(2.5, estimate.likely(), 0.05, "the small one was half as fast as predicted");
    }

    @Test
    void anotherWayOfLoadingIsAnotherThing() {
        var book = PROBED.withReply("m", LARGE, 3);

        assertEquals(
                Bandwidth.Basis.CORRECTED, book.estimate(MACHINE, "m", SMALL).basis());
    }

    @Test
    void aSlowReplyLongAgoFades() {
        var book = PROBED.withReply("m", LARGE, 1);
        for (int i = 0; i < 40; i++) {
            book = book.withReply("m", LARGE, 5);
        }

        assertEquals(5, book.estimate(MACHINE, "m", LARGE).likely(), 0.1);
    }

    @Test
    void isKeptInAFile() throws IOException {
        var file = folder.resolve("speed.json");
        SpeedBookFile.open(file).update(_ -> PROBED.withReply("m", LARGE, 3));

        assertEquals(PROBED.withReply("m", LARGE, 3), SpeedBookFile.open(file).book());
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        var file = Files.writeString(folder.resolve("speed.json"), "{\"probe\": {\"main\": -1}}");

        assertEquals(SpeedBook.EMPTY, SpeedBookFile.open(file).book());
    }

    @Test
    void expertsThatAreNotChosenAreNotRead() throws Exception {
        var catalog = dev.ponder.models.catalog.Catalog.bundled();
        var choice = catalog.choice("qwen3-30b-a3b").orElseThrow();
        var figures = ModelFigures.of(choice.model(), choice.file()).orElseThrow();

        var cost = TokenCost.of(figures, new LoadPlan(8192, dev.ponder.gguf.TensorType.F16, 0, 0), MACHINE.gpus());

        assertTrue(cost.mainBytes() > 1.5e9 && cost.mainBytes() < 2.5e9, cost.toString());
    }
}
