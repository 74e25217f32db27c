package dev.ponder.models.fit;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.MemoryArithmetic;
import dev.ponder.gguf.TensorType;
import java.util.ArrayList;
import java.util.stream.IntStream;

/**
 * What one model takes of one computer's memory, for any plan. Remembers the buffers of the last context, because finding
 * them out takes longer than all the rest.
 */
final class NeedArithmetic {

    /**
     * What the engine's process takes before it holds a model: a Java runtime and llama.cpp's libraries. Measured on Linux
     * with a processor alone.
     */
    private static final long PROGRAM = 86L << 20;

    /** What llama.cpp takes for each token id and its merge, measured with Qwen3's vocabulary. */
    private static final long VOCABULARY_ENTRY = 280;

    private record Buffers(int contextSize, TensorType cacheType, long whole, long device, long host) {}

    private final ModelFigures model;
    private final Machine machine;
    private Buffers buffers = new Buffers(0, TensorType.F16, 0, 0, 0);

    NeedArithmetic(ModelFigures model, Machine machine) {
        this.model = model;
        this.machine = machine;
    }

    /**
     * The memory that a plan takes.
     *
     * @throws GgufException if the cache cannot have this type
     */
    MemoryNeed of(LoadPlan plan) throws GgufException {
        var places = new LayerPlaces(model.placeableLayers(), plan.gpuLayers(), machine.gpus());
        var weights = weights(plan, places);
        var caches = caches(plan, places);
        remember(plan);
        var gpus = new ArrayList<DeviceNeed>();
        long shared = 0;
        for (int i = 0; i < machine.gpus().size(); i++) {
            var gpu = machine.gpus().get(i);
            if (weights[i] > 0) {
                long compute = buffers.device() + expertCopy(plan);
                gpus.add(new DeviceNeed(gpu.name(), weights[i], caches[i], compute, 0, gpu.usableBytes()));
                shared += gpu.sharesMainMemory() ? gpus.getLast().total() : 0;
            }
        }
        boolean works = places.anyInMainMemory() || plan.expertLayersInMemory() > 0;
        int main = weights.length - 1;
        long compute = (works ? buffers.whole() : buffers.host()) + MemoryArithmetic.outputBytes(model.vocabulary());
        var inMain = new DeviceNeed(
                DeviceNeed.MAIN_MEMORY, weights[main], caches[main], compute, program(), machine.usableBytes());
        return new MemoryNeed(inMain, gpus, shared);
    }

    private long program() {
        return PROGRAM + VOCABULARY_ENTRY * model.vocabulary();
    }

    /** Weights by device, main memory last. */
    private long[] weights(LoadPlan plan, LayerPlaces places) {
        var bytes = new long[machine.gpus().size() + 1];
        int main = bytes.length - 1;
        var weights = model.weights();
        bytes[main] += weights.embedding();
        for (int layer = 0; layer < weights.layers().size(); layer++) {
            int device = index(places.of(layer), main);
            var own = weights.layers().get(layer);
            bytes[layer < plan.expertLayersInMemory() ? main : device] += own.experts();
            bytes[device] += own.others();
        }
        int output = index(places.of(weights.layers().size()), main);
        // embeddings that are the output matrix too lie in both places
        bytes[output] += weights.output() + (weights.tied() && output != main ? weights.embedding() : 0);
        return bytes;
    }

    private long[] caches(LoadPlan plan, LayerPlaces places) throws GgufException {
        var bytes = new long[machine.gpus().size() + 1];
        for (int layer = 0; layer < model.architecture().layers(); layer++) {
            bytes[index(places.of(layer), bytes.length - 1)] += MemoryArithmetic.kvLayerBytes(
                    model.architecture(), layer, plan.contextSize(), plan.cacheType(), plan.cacheType());
        }
        return bytes;
    }

    private static int index(int device, int main) {
        return device == LayerPlaces.MAIN ? main : device;
    }

    /** A long prompt is computed on the device even for experts in main memory, which are copied there for it. */
    private long expertCopy(LoadPlan plan) {
        var layers = model.weights().layers();
        return IntStream.range(0, Math.min(plan.expertLayersInMemory(), layers.size()))
                .mapToLong(layer -> layers.get(layer).experts())
                .max()
                .orElse(0);
    }

    private void remember(LoadPlan plan) {
        if (buffers.contextSize() != plan.contextSize() || buffers.cacheType() != plan.cacheType()) {
            var type = plan.cacheType();
            int context = plan.contextSize();
            buffers = new Buffers(
                    context,
                    type,
                    MemoryArithmetic.computeBytes(model.architecture(), context, model.vocabulary(), type, type),
                    MemoryArithmetic.deviceComputeBytes(model.architecture(), context, model.vocabulary(), type, type),
                    MemoryArithmetic.hostComputeBytes(model.architecture(), context));
        }
    }
}
