package dev.ponder.models.fit;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.TensorType;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Finds the best way to load a model on a computer: on graphics devices, else all but some experts there, else as many layers
 * as they hold, else in main memory, else the same with a smaller context. Costs milliseconds and touches no device.
 */
public final class FitCheck {

    /** With less there is no room to think in. */
    public static final int SMALLEST_CONTEXT = 2048;

    private static final int CONTEXT_STEP = 1024;

    private final ModelFigures model;
    private final Machine machine;
    private final NeedArithmetic needs;

    private FitCheck(ModelFigures model, Machine machine) {
        this.model = model;
        this.machine = machine;
        this.needs = new NeedArithmetic(model, machine);
    }

    /**
     * How a model fits.
     *
     * @param contextSize tokens that are wanted; more than the model was made for is cut to that
     * @param cacheType element type of keys and values
     * @throws GgufException if the cache cannot have this type with this model
     */
    public static Fit of(ModelFigures model, Machine machine, int contextSize, TensorType cacheType)
            throws GgufException {
        int wanted = Math.clamp(contextSize, 1, model.architecture().contextLength());
        return new FitCheck(model, machine).of(wanted, cacheType);
    }

    /**
     * What a model takes of each device when it is loaded in a given way.
     *
     * @throws GgufException if the cache cannot have this type with this model
     */
    public static MemoryNeed need(ModelFigures model, Machine machine, LoadPlan plan) throws GgufException {
        return new NeedArithmetic(model, machine).of(plan);
    }

    private Fit of(int wanted, TensorType cacheType) throws GgufException {
        var fit = with(wanted, cacheType);
        if (fit.isPresent()) {
            return fit.get();
        }
        int smallest = Math.min(wanted, SMALLEST_CONTEXT);
        if (with(smallest, cacheType).isEmpty()) {
            var plan = new LoadPlan(smallest, cacheType, 0, 0);
            var need = needs.of(plan);
            return new Fit(new FitLabel.DoesNotFit(need.missing()), plan, need);
        }
        return smaller(smallest, wanted, cacheType);
    }

    /** The largest context that fits, between one that does and one that does not. */
    private Fit smaller(int fits, int tooLarge, TensorType cacheType) throws GgufException {
        int low = fits;
        int high = tooLarge;
        while (high - low > CONTEXT_STEP) {
            int middle = (low + high) / 2 / CONTEXT_STEP * CONTEXT_STEP;
            if (middle <= low) {
                break;
            }
            if (with(middle, cacheType).isPresent()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        var best = with(low, cacheType).orElseThrow();
        return new Fit(new FitLabel.SmallerContext(low, best.label()), best.plan(), best.need());
    }

    private Optional<Fit> with(int contextSize, TensorType cacheType) throws GgufException {
        int all = model.placeableLayers();
        var plan = new LoadPlan(contextSize, cacheType, all, 0);
        if (!machine.gpus().isEmpty()) {
            var onGpu = ifItFits(plan, new FitLabel.OnGpu());
            if (onGpu.isPresent()) {
                return onGpu;
            }
            var split = model.architecture().experts() == null ? Optional.<Fit>empty() : expertsInMemory(plan);
            if (split.isEmpty()) {
                split = partlyOnGpu(plan);
            }
            if (split.isPresent()) {
                return split;
            }
        }
        return ifItFits(new LoadPlan(contextSize, cacheType, 0, 0), new FitLabel.InMemory());
    }

    /** As few layers without their experts as possible. */
    private Optional<Fit> expertsInMemory(LoadPlan plan) throws GgufException {
        int layers = model.architecture().layers();
        return first(1, layers, count -> new LoadPlan(plan.contextSize(), plan.cacheType(), plan.gpuLayers(), count))
                .map(fit -> new Fit(
                        new FitLabel.ExpertsInMemory(fit.plan().expertLayersInMemory(), layers),
                        fit.plan(),
                        fit.need()));
    }

    /** As many layers as possible, at least the output and one more. */
    private Optional<Fit> partlyOnGpu(LoadPlan plan) throws GgufException {
        int all = model.placeableLayers();
        return first(1, all - 2, fewer -> new LoadPlan(plan.contextSize(), plan.cacheType(), all - fewer, 0))
                .map(fit -> new Fit(new FitLabel.PartlyOnGpu(fit.plan().gpuLayers(), all), fit.plan(), fit.need()));
    }

    private Optional<Fit> first(int from, int to, IntFunction<LoadPlan> plans) throws GgufException {
        for (int i = from; i <= to; i++) {
            var fit = ifItFits(plans.apply(i), new FitLabel.OnGpu());
            if (fit.isPresent()) {
                return fit;
            }
        }
        return Optional.empty();
    }

    private Optional<Fit> ifItFits(LoadPlan plan, FitLabel label) throws GgufException {
        var need = needs.of(plan);
        return need.fits() ? Optional.of(new Fit(label, plan, need)) : Optional.empty();
    }
}
