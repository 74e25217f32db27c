package dev.ponder.models.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.TensorType;
import dev.ponder.models.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of files of the catalog on made-up computers. */
class FitCheckTest {

    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;

    private static final Machine LAPTOP = Machine.withoutGpu(16 * GIB, 12 * GIB);

    @Test
    void aSmallModelFitsInMemory() throws GgufException {
        var fit = fit("qwen3-4b:Q4_K_M", LAPTOP, 8192);

        assertEquals(new FitLabel.InMemory(), fit.label());
        assertEquals(new LoadPlan(8192, TensorType.F16, 0, 0), fit.plan());
    }

    /** The arithmetic adds up, and its summands are what llama.cpp logs for this model: cache 1152 MiB, compute 88.01. */
    @Test
    void theLinesAddUp() throws GgufException {
        var lines = fit("qwen3-4b:Q4_K_M", LAPTOP, 8192).need().lines();

        assertEquals(2_497_280_256L, bytes(lines, FitLine.Term.WEIGHTS));
        assertEquals(1152 * MIB, bytes(lines, FitLine.Term.CACHE));
        assertEquals(88.01 + 0.58, bytes(lines, FitLine.Term.COMPUTE) / (double) MIB, 0.02);
        assertEquals(
                bytes(lines, FitLine.Term.WEIGHTS)
                        + bytes(lines, FitLine.Term.CACHE)
                        + bytes(lines, FitLine.Term.COMPUTE)
                        + bytes(lines, FitLine.Term.PROGRAM),
                bytes(lines, FitLine.Term.TOTAL));
        assertEquals(11 * GIB, bytes(lines, FitLine.Term.USABLE), "a gibibyte stays for everything else");
        assertEquals(11 * GIB - bytes(lines, FitLine.Term.TOTAL), bytes(lines, FitLine.Term.LEFT));
    }

    @Test
    void aLongContextIsCutToWhatFits() throws GgufException {
        var fit = fit("qwen3-14b:Q4_K_M", LAPTOP, 32_768);

        var smaller = assertInstanceOf(FitLabel.SmallerContext.class, fit.label());
        assertEquals(new FitLabel.InMemory(), smaller.then());
        assertEquals(smaller.contextSize(), fit.plan().contextSize());
        assertTrue(fit.need().fits());
        assertFalse(
                FitCheck.need(
                                figures("qwen3-14b:Q4_K_M"),
                                LAPTOP,
                                new LoadPlan(smaller.contextSize() + 1024, TensorType.F16, 0, 0))
                        .fits(),
                "a step more does not fit");
    }

    @Test
    void aQuantisedCacheFitsTwiceTheContext() throws GgufException {
        var plain = FitCheck.of(figures("qwen3-14b:Q4_K_M"), LAPTOP, 32_768, TensorType.F16);
        var quantised = FitCheck.of(figures("qwen3-14b:Q4_K_M"), LAPTOP, 32_768, TensorType.Q8_0);

        assertTrue(quantised.plan().contextSize() > 1.8 * plain.plan().contextSize());
    }

    @Test
    void whatDoesNotFitSaysHowMuchIsMissing() throws GgufException {
        var fit = fit("qwen3-32b:Q4_K_M", LAPTOP, 8192);

        var missing = assertInstanceOf(FitLabel.DoesNotFit.class, fit.label()).missingBytes();
        assertEquals(fit.need().total() - 11 * GIB, missing);
        assertTrue(missing > 7 * GIB && missing < 9 * GIB, missing + " bytes");
    }

    @Test
    void aCardWithRoomTakesAllLayers() throws GgufException {
        var fit = fit("qwen3-8b:Q4_K_M", withCard(12), 8192);

        assertEquals(new FitLabel.OnGpu(), fit.label());
        assertEquals(37, fit.plan().gpuLayers());
        assertTrue(fit.need().main().total() < GIB, "embeddings and buffers alone stay in main memory");
    }

    @Test
    void aSmallCardTakesAsManyLayersAsItHolds() throws GgufException {
        var machine = withCard(6);
        var fit = fit("qwen3-8b:Q4_K_M", machine, 16_384);

        var some = assertInstanceOf(FitLabel.PartlyOnGpu.class, fit.label());
        assertEquals(37, some.of());
        var more = new LoadPlan(16_384, TensorType.F16, some.layers() + 1, 0);
        assertFalse(FitCheck.need(figures("qwen3-8b:Q4_K_M"), machine, more).fits(), "one layer more does not fit");
    }

    @Test
    void theExpertsOfSomeLayersStayInMemory() throws GgufException {
        var machine = withCard(12);
        var fit = fit("qwen3-30b-a3b:Q4_K_M", machine, 16_384);

        var some = assertInstanceOf(FitLabel.ExpertsInMemory.class, fit.label());
        assertEquals(48, some.of());
        assertEquals(49, fit.plan().gpuLayers());
        assertEquals(some.layers(), fit.plan().expertLayersInMemory());
        var fewer = new LoadPlan(16_384, TensorType.F16, 49, some.layers() - 1);
        assertFalse(
                FitCheck.need(figures("qwen3-30b-a3b:Q4_K_M"), machine, fewer).fits());
    }

    /** On Apple's chips the card's memory is main memory. */
    @Test
    void sharedMemoryIsCountedOnce() throws GgufException {
        var gpu = new Machine.Gpu("MTL0", "Apple M2", new Machine.Memory(11 * GIB, 11 * GIB), true);
        var shared = new Machine(new Machine.Memory(16 * GIB, 6 * GIB), List.of(gpu));

        var fit = fit("qwen3-8b:Q4_K_M", shared, 8192);

        assertFalse(fit.label() instanceof FitLabel.OnGpu, fit.toString());
        assertEquals(new FitLabel.OnGpu(), fit("qwen3-4b:Q4_K_M", shared, 8192).label());
    }

    @Test
    void severalCardsShareTheLayersByWhatIsFree() throws GgufException {
        var first = new Machine.Gpu("CUDA0", "a", new Machine.Memory(24 * GIB, 18 * GIB), false);
        var second = new Machine.Gpu("CUDA1", "b", new Machine.Memory(12 * GIB, 9 * GIB), false);
        var machine = new Machine(new Machine.Memory(64 * GIB, 50 * GIB), List.of(first, second));

        var need = fit("qwen3-32b:Q4_K_M", machine, 8192).need();

        assertEquals(
                2.0, (double) need.gpus().get(0).cache() / need.gpus().get(1).cache(), 0.25);
    }

    /** What the loaded model takes is free for the one that takes its place. */
    @Test
    void aLoadedModelIsCountedOnce() throws GgufException {
        var figures = figures("qwen3-8b:Q4_K_M");
        var before = withCard(8);
        var plan = FitCheck.of(figures, before, 8192, TensorType.F16).plan();
        var need = FitCheck.need(figures, before, plan);
        var card = before.gpus().getFirst();
        var loaded = new Machine(
                new Machine.Memory(32 * GIB, 20 * GIB - need.main().total()),
                List.of(new Machine.Gpu(
                        card.name(),
                        card.description(),
                        new Machine.Memory(
                                8 * GIB,
                                card.memory().freeBytes()
                                        - need.gpus().getFirst().total()),
                        false)));

        assertEquals(before, loaded.without(need, 0));
    }

    private static Machine withCard(int gibibytes) {
        var memory = new Machine.Memory(gibibytes * GIB, gibibytes * GIB - 512 * MIB);
        return new Machine(
                new Machine.Memory(32 * GIB, 20 * GIB), List.of(new Machine.Gpu("Vulkan0", "a card", memory, false)));
    }

    private static Fit fit(String choice, Machine machine, int context) throws GgufException {
        return FitCheck.of(figures(choice), machine, context, TensorType.F16);
    }

    private static ModelFigures figures(String choice) {
        var found = Catalog.bundled().choice(choice).orElseThrow();
        return ModelFigures.of(found.model(), found.file()).orElseThrow();
    }

    private static long bytes(List<FitLine> lines, FitLine.Term term) {
        return lines.stream()
                .filter(line -> line.term() == term)
                .mapToLong(FitLine::bytes)
                .sum();
    }
}
