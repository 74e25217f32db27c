package dev.ponder.models.fit;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.TensorType;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.catalog.CatalogModel;
import dev.ponder.models.catalog.ModelMode;
import dev.ponder.models.catalog.QualityCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Picks models for a computer. Among those that can think or not, as one likes: the most capable that fits with a context to
 * think in and generates fast enough to wait for; beside it one that is much quicker, and one that is more capable for whoever
 * has patience.
 */
public final class Recommender {

    /** Room for some turns and a thought, in tokens. */
    static final int COMFORTABLE_CONTEXT = 16_384;
    /** The least context worth recommending, in tokens. */
    static final int LEAST_CONTEXT = 8192;

    /** A thought of a thousand tokens takes two minutes. */
    private static final double PATIENT = 4;
    /** A thought of a thousand tokens takes some ninety seconds. */
    private static final double BEARABLE = 9;
    /** Faster than most people read. */
    private static final double QUICK = 18;

    /** Smaller ones are better than nothing, and no more. */
    private static final long LEAST_PARAMETERS = 1_000_000_000;
    /** Below, fine weights cost little and coarse ones much. */
    private static final long FEW_PARAMETERS = 3_000_000_000L;

    private final Catalog catalog;
    private final Machine machine;
    private final SpeedBook speeds;

    private record Candidate(CatalogChoice choice, Fit fit, SpeedEstimate speed) {
        Recommendation because(Recommendation.Reason reason) {
            return new Recommendation(choice, fit, speed, reason);
        }

        CatalogModel model() {
            return choice.model();
        }

        double pace() {
            return speed.likely();
        }

        /** Whether what it says can be relied on at least a little. */
        boolean isSensible() {
            return model().size().parameters() >= LEAST_PARAMETERS;
        }

        boolean isComfortable() {
            return isSensible() && !(fit.label() instanceof FitLabel.SmallerContext);
        }
    }

    /** Recommends from a catalog for a computer, with what is known of its speed. */
    public Recommender(Catalog catalog, Machine machine, SpeedBook speeds) {
        this.catalog = catalog;
        this.machine = machine;
        this.speeds = speeds;
    }

    /** At most three models, the one to take first; empty where nothing fits. */
    public List<Recommendation> recommend() {
        var models = catalog.models().stream()
                .filter(model -> model.mode() == ModelMode.HYBRID)
                .sorted(Comparator.comparingDouble(Recommender::capability).reversed())
                .toList();
        var candidates = models.stream().flatMap(model -> best(model).stream()).toList();
        return first(candidates, one -> one.isComfortable() && one.pace() >= BEARABLE)
                .or(() -> first(candidates, one -> one.isSensible() && one.pace() >= PATIENT))
                // a computer that is slow with everything still deserves an answer: the quickest
                .or(() -> candidates.stream().max(Comparator.comparingDouble(Candidate::pace)))
                .map(found -> around(candidates, worthTheWait(candidates, found)))
                .orElse(List.of());
    }

    /** A slow model gives way to one that is several times as quick and not much less capable. */
    private static Candidate worthTheWait(List<Candidate> candidates, Candidate best) {
        if (best.pace() >= QUICK) {
            return best;
        }
        return first(
                        candidates,
                        one -> one.isComfortable()
                                && one.pace() >= 4 * best.pace()
                                && capability(one.model()) >= capability(best.model()) / 2)
                .orElse(best);
    }

    private static List<Recommendation> around(List<Candidate> candidates, Candidate best) {
        var list = new ArrayList<Recommendation>();
        list.add(best.because(Recommendation.Reason.BEST));
        int at = candidates.indexOf(best);
        first(
                        candidates.subList(at + 1, candidates.size()),
                        one -> one.isComfortable() && one.pace() >= Math.max(QUICK, 1.6 * best.pace()))
                .ifPresent(one -> list.add(one.because(Recommendation.Reason.QUICKER)));
        first(candidates.subList(0, at).reversed(), one -> one.pace() >= PATIENT && one.pace() < best.pace())
                .ifPresent(one -> list.add(one.because(Recommendation.Reason.PATIENT)));
        return list;
    }

    private static Optional<Candidate> first(List<Candidate> candidates, Predicate<Candidate> wanted) {
        return candidates.stream().filter(wanted).findFirst();
    }

    /**
     * How capable a model is, for ordering alone: a dense one by its size; a mixture of experts counts as the geometric mean
     * of all and of the active weights, raised for what its makers report (30B-A3B on a level with their 14B to 32B).
     */
    static double capability(CatalogModel model) {
        var size = model.size();
        return model.isMixture() ? 1.75 * Math.sqrt((double) size.parameters() * size.active()) : size.parameters();
    }

    /** The quantisation of a model to take: as fine as fits well and stays quick, and never a lossy one of its own accord. */
    private Optional<Candidate> best(CatalogModel model) {
        var fitting = model.files().stream()
                .filter(file -> catalog.quantisation(file.quantisation())
                        .filter(note -> note.cost() != QualityCost.NOTICEABLE)
                        .isPresent())
                .flatMap(file -> candidate(new CatalogChoice(model, file)).stream())
                .toList();
        var usual = fitting.stream()
                .filter(candidate -> candidate.choice().file().quantisation().equals(Catalog.USUAL_QUANTISATION))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
        // small models lose most by coarse weights, and have most room for fine ones
        return fitting.reversed().stream()
                .filter(candidate -> candidate.pace() >= QUICK && isRoomy(candidate.fit()))
                .findFirst()
                .filter(_ -> model.size().parameters() < FEW_PARAMETERS)
                .or(() -> usual);
    }

    private static boolean isRoomy(Fit fit) {
        return fit.need().devices().stream().allMatch(need -> need.total() <= need.usable() * 0.6);
    }

    private Optional<Candidate> candidate(CatalogChoice choice) {
        return ModelFigures.of(choice.model(), choice.file()).flatMap(figures -> {
            try {
                var fit = FitCheck.of(figures, machine, COMFORTABLE_CONTEXT, TensorType.F16);
                if (!fit.label().fits() || fit.plan().contextSize() < LEAST_CONTEXT) {
                    return Optional.empty();
                }
                var cost = TokenCost.of(figures, fit.plan(), machine.gpus());
                var speed = speeds.estimate(
                        machine, choice.file().parts().getFirst().fileName(), cost);
                return Optional.of(new Candidate(choice, fit, speed));
            } catch (GgufException e) {
                throw new IllegalStateException("the cache of a model in the catalog cannot be of 16 bits", e);
            }
        });
    }
}
