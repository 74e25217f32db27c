package dev.ponder.models.fit;

import java.util.Optional;

/**
 * How fast a computer generates.
 *
 * @param main what the processor reads from main memory
 * @param gpu what the graphics devices read from theirs; empty where there is none
 */
public record MachineSpeed(Bandwidth main, Optional<Bandwidth> gpu) {

    /** Two channels of usual memory. */
    private static final double USUAL_MAIN = 25e9;
    /** A graphics card of the middle class. */
    private static final double USUAL_CARD = 250e9;
    /** A graphics device in the processor, with its memory; faster than the processor alone on Apple's chips. */
    private static final double USUAL_SHARED = 60e9;

    /** What a computer may be capable of before anything was measured. */
    public static MachineSpeed guess(Machine machine) {
        var main = new Bandwidth(USUAL_MAIN, Bandwidth.Basis.GUESSED);
        boolean card = machine.gpus().stream().anyMatch(gpu -> !gpu.sharesMainMemory());
        return new MachineSpeed(
                main,
                machine.gpus().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Bandwidth(card ? USUAL_CARD : USUAL_SHARED, Bandwidth.Basis.GUESSED)));
    }

    /** The less sure of what is known, which decides about the whole. */
    Bandwidth.Basis basis() {
        return gpu.map(Bandwidth::basis)
                .filter(other -> other.compareTo(main.basis()) < 0)
                .orElse(main.basis());
    }
}
