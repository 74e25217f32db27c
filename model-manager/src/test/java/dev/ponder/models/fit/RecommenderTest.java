package dev.ponder.models.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.ModelMode;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RecommenderTest {

    static final List<InventedMachine> MACHINES = InventedMachine.ALL;

    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @FieldSource("MACHINES")
    void everythingRecommendedFitsAndThinks(InventedMachine computer) {
        var found = RecommendationTableTest.recommended(computer);

        assertTrue(!found.isEmpty() && found.size() <= 3);
        assertEquals(Recommendation.Reason.BEST, found.getFirst().reason());
        for (var one : found) {
            assertTrue(one.fit().need().fits(), one.toString());
            assertTrue(one.fit().plan().contextSize() >= Recommender.LEAST_CONTEXT, one.toString());
            assertEquals(ModelMode.HYBRID, one.choice().model().mode());
        }
        assertEquals(
                found.size(),
                new HashSet<>(found.stream()
                                .map(one -> one.choice().model().id())
                                .toList())
                        .size());
    }

    @Test
    void aComputerThatHoldsNothingGetsNothing() {
        var tiny = Machine.withoutGpu(GIB, GIB / 2);

        assertEquals(List.of(), new Recommender(Catalog.bundled(), tiny, SpeedBook.EMPTY).recommend());
    }

    @Test
    void aSlowComputerStillGetsAnAnswer() {
        var slow = Machine.withoutGpu(8 * GIB, 5 * GIB);
        var speeds = SpeedBook.EMPTY.withProbe(
                new MachineSpeed(new Bandwidth(1e9, Bandwidth.Basis.PROBED), java.util.Optional.empty()));

        var best = new Recommender(Catalog.bundled(), slow, speeds).recommend().getFirst();

        assertEquals("qwen3-0.6b", best.choice().model().id());
    }

    /** A model that turned out slow here is not recommended again. */
    @Test
    void repliesChangeTheRecommendation() throws Exception {
        var computer = MACHINES.get(2);
        var before = RecommendationTableTest.recommended(computer).getFirst();
        var figures =
                ModelFigures.of(before.choice().model(), before.choice().file()).orElseThrow();
        var cost = TokenCost.of(figures, before.fit().plan(), List.of());
        var name = before.choice().file().parts().getFirst().fileName();
        var speeds = SpeedBook.EMPTY.withProbe(computer.speed()).withReply(name, cost, 1);

        var after = new Recommender(Catalog.bundled(), computer.machine(), speeds)
                .recommend()
                .getFirst();

        assertTrue(after.choice().model().size().parameters()
                < before.choice().model().size().parameters());
    }
}
