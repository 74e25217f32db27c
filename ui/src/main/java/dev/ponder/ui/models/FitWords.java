package dev.ponder.ui.models;

import dev.ponder.models.fit.DeviceNeed;
import dev.ponder.models.fit.FitLabel;
import dev.ponder.models.fit.FitLine;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.SpeedEstimate;
import dev.ponder.resources.Texts;

/** Fits and speeds as people say them. */
final class FitWords {

    private static final double TENS = 10;

    private FitWords() {}

    /** How good a fit is, for its colour. */
    enum Tone {
        GOOD,
        FAIR,
        BAD
    }

    static Tone tone(FitLabel label) {
        return switch (label) {
            case FitLabel.OnGpu(), FitLabel.InMemory() -> Tone.GOOD;
            case FitLabel.ExpertsInMemory _, FitLabel.PartlyOnGpu _, FitLabel.SmallerContext _ -> Tone.FAIR;
            case FitLabel.DoesNotFit _ -> Tone.BAD;
        };
    }

    static String label(FitLabel label) {
        return switch (label) {
            case FitLabel.OnGpu() -> Texts.of("fit.label.gpu");
            case FitLabel.ExpertsInMemory(int layers, int of) -> Texts.of("fit.label.experts", layers, of);
            case FitLabel.PartlyOnGpu(int layers, int of) -> Texts.of("fit.label.partly", layers, of);
            case FitLabel.InMemory() -> Texts.of("fit.label.memory");
            case FitLabel.SmallerContext(int tokens, var _) -> Texts.of("fit.label.context", Sizes.tokens(tokens));
            case FitLabel.DoesNotFit(long missing) -> Texts.of("fit.label.not", Sizes.bytes(missing));
        };
    }

    /** The range of a prediction with how it is known. */
    static String speed(SpeedEstimate speed) {
        var range = speed.high() < TENS
                ? Texts.of("fit.speed.fine", speed.low(), speed.high())
                : Texts.of("fit.speed.range", speed.low(), speed.high());
        return Texts.of("fit.speed.text", range, basis(speed));
    }

    /** How a prediction is known. */
    static String basis(SpeedEstimate speed) {
        return switch (speed.basis()) {
            case GUESSED -> Texts.of("fit.basis.guessed");
            case PROBED -> Texts.of("fit.basis.probed");
            case CORRECTED -> Texts.of("fit.basis.corrected");
            case MEASURED -> Texts.of("fit.basis.measured");
        };
    }

    /** Where that prediction comes from, as a sentence. */
    static String explanation(SpeedEstimate speed) {
        return switch (speed.basis()) {
            case GUESSED -> Texts.of("fit.why.guessed");
            case PROBED -> Texts.of("fit.why.probed");
            case CORRECTED -> Texts.of("fit.why.corrected");
            case MEASURED -> Texts.of("fit.why.measured");
        };
    }

    static String term(FitLine.Term term) {
        return switch (term) {
            case WEIGHTS -> Texts.of("fit.term.weights");
            case CACHE -> Texts.of("fit.term.cache");
            case COMPUTE -> Texts.of("fit.term.compute");
            case PROGRAM -> Texts.of("fit.term.program");
            case SHARED -> Texts.of("fit.term.shared");
            case TOTAL -> Texts.of("fit.term.total");
            case USABLE -> Texts.of("fit.term.usable");
            case LEFT -> Texts.of("fit.term.left");
        };
    }

    static String device(String name) {
        return name.equals(DeviceNeed.MAIN_MEMORY) ? Texts.of("fit.device.memory") : name;
    }

    /** A computer in a line. */
    static String machine(Machine machine) {
        var memory = Texts.of(
                "fit.machine.memory",
                Sizes.memory(machine.main().totalBytes()),
                Sizes.memory(machine.main().freeBytes()));
        if (machine.gpus().isEmpty()) {
            return Texts.of("fit.machine.alone", memory);
        }
        var gpu = machine.gpus().getFirst();
        return Texts.of(
                "fit.machine.gpu",
                memory,
                gpu.description(),
                Sizes.memory(gpu.memory().totalBytes()));
    }
}
