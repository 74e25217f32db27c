package dev.ponder.models.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of this computer's speed: the probe, and real replies, which correct it. Immutable.
 *
 * @param probe what five seconds of generating found; empty before that was done
 * @param replies one entry for each model and way to load it
 */
public record SpeedBook(Optional<MachineSpeed> probe, List<MeasuredSpeed> replies) {

    /** What is known at first. */
    public static final SpeedBook EMPTY = new SpeedBook(Optional.empty(), List.of());

    private static final int MODELS = 32;

    public SpeedBook {
        replies = List.copyOf(replies);
    }

    /** The same with another probe. */
    public SpeedBook withProbe(MachineSpeed found) {
        return new SpeedBook(Optional.of(found), replies);
    }

    /**
     * The same with a reply more.
     *
     * @param model a name under which the same file comes back
     * @param cost what is read for a token of it, as it is loaded
     * @param tokensPerSecond while generating; at least some dozen tokens, or the figure means little
     */
    public SpeedBook withReply(String model, TokenCost cost, double tokensPerSecond) {
        var changed = new ArrayList<MeasuredSpeed>();
        var now = new MeasuredSpeed(model, cost, tokensPerSecond, 1);
        for (var old : replies) {
            if (old.model().equals(model) && old.cost().equals(cost)) {
                now = old.with(tokensPerSecond);
            } else {
                changed.add(old);
            }
        }
        changed.addFirst(now);
        return new SpeedBook(probe, changed.subList(0, Math.min(MODELS, changed.size())));
    }

    /**
     * Predicts the speed of a model. Where it has been used the same way, that is what it says; where others have, the
     * probe is corrected by how much faster or slower than predicted they were.
     *
     * @param model the name it would have in {@link #withReply}
     * @param cost what is read for a token of it
     */
    public SpeedEstimate estimate(Machine machine, String model, TokenCost cost) {
        var same = replies.stream()
                .filter(reply -> reply.model().equals(model) && reply.cost().equals(cost))
                .findFirst();
        if (same.isPresent()) {
            return SpeedEstimate.around(same.get().tokensPerSecond(), Bandwidth.Basis.MEASURED);
        }
        return SpeedEstimate.of(cost, speed(machine));
    }

    /** What this computer is capable of, as far as is known. */
    public MachineSpeed speed(Machine machine) {
        var base = probe.orElseGet(() -> MachineSpeed.guess(machine));
        var main = corrected(base, base.main(), false);
        return new MachineSpeed(main, base.gpu().map(gpu -> corrected(base, gpu, true)));
    }

    /** Corrects by replies that came mostly from one kind of memory, by the median of how they differ. */
    private Bandwidth corrected(MachineSpeed base, Bandwidth bandwidth, boolean gpu) {
        var ratios = replies.stream()
                .filter(reply -> gpu == reply.cost().gpuBytes() > reply.cost().mainBytes())
                .mapToDouble(reply -> reply.tokensPerSecond()
                        / SpeedEstimate.of(reply.cost(), base).likely())
                .sorted()
                .toArray();
        return ratios.length == 0
                ? bandwidth
                : new Bandwidth(bandwidth.bytesPerSecond() * ratios[ratios.length / 2], Bandwidth.Basis.CORRECTED);
    }
}
