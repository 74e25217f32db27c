package dev.ponder.models.fit;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.MemoryArithmetic;
import dev.ponder.gguf.WeightBytes.LayerBytes;
import java.util.List;

/**
 * What is read for each generated token, which decides about its speed: all weights once, but only those experts that were
 * chosen, and of the embeddings a single row; and the keys and values of the tokens so far.
 *
 * @param mainBytes from main memory
 * @param gpuBytes from the memory of graphics devices
 * @param gpuLayers layers on graphics devices; each costs some time to be started, however small
 */
public record TokenCost(double mainBytes, double gpuBytes, int gpuLayers) {

    /** Starting the dozen or so operations of a layer. */
    private static final double SECONDS_A_LAYER = 40e-6;
    /** The sampler, and starting work on a device. */
    private static final double SECONDS_A_TOKEN = 0.0004;

    /** Tokens of a usual conversation. */
    private static final int TOKENS_SO_FAR = 2048;

    /**
     * The cost of a token of a model that is loaded by a plan.
     *
     * @throws GgufException if the cache cannot have this type with this model
     */
    public static TokenCost of(ModelFigures model, LoadPlan plan, List<Machine.Gpu> gpus) throws GgufException {
        var places = new LayerPlaces(model.placeableLayers(), plan.gpuLayers(), gpus);
        var experts = model.architecture().experts();
        double share = experts == null ? 1 : (double) experts.used() / experts.count();
        double main = 0;
        double gpu = 0;
        int started = 0;
        var layers = model.weights().layers();
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerBytes own = layers.get(layer);
            boolean onGpu = places.of(layer) != LayerPlaces.MAIN;
            double read = own.others() + cache(model, plan, layer);
            started += onGpu ? 1 : 0;
            main += onGpu ? 0 : read;
            gpu += onGpu ? read : 0;
            boolean expertsOnGpu = onGpu && layer >= plan.expertLayersInMemory();
            main += expertsOnGpu ? 0 : own.experts() * share;
            gpu += expertsOnGpu ? own.experts() * share : 0;
        }
        double output = model.weights().output()
                + (model.weights().tied() ? model.weights().embedding() : 0);
        boolean outputOnGpu = places.of(layers.size()) != LayerPlaces.MAIN;
        return new TokenCost(main + (outputOnGpu ? 0 : output), gpu + (outputOnGpu ? output : 0), started);
    }

    private static double cache(ModelFigures model, LoadPlan plan, int layer) throws GgufException {
        int tokens = Math.min(plan.contextSize(), TOKENS_SO_FAR);
        return MemoryArithmetic.kvLayerBytes(model.architecture(), layer, tokens, plan.cacheType(), plan.cacheType());
    }

    /** Seconds of a token that do not depend on how fast memory is. */
    double secondsBeside() {
        return SECONDS_A_TOKEN + gpuLayers * SECONDS_A_LAYER;
    }

    /** Seconds for a token at a speed. */
    double seconds(MachineSpeed speed) {
        double gpu =
                speed.gpu().map(Bandwidth::bytesPerSecond).orElse(speed.main().bytesPerSecond());
        return mainBytes / speed.main().bytesPerSecond() + gpuBytes / gpu + secondsBeside();
    }
}
