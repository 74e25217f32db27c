package dev.ponder.settings;

import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.Sampling;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How one model is loaded and drawn from. Where nothing is said the recommendation holds.
 *
 * @param contextSize tokens; 0 for the recommended size
 * @param yarnFactor how many times YaRN stretches the context; 1 for not at all
 * @param kvType element type of the KV cache
 * @param threads 0 for one per physical core
 * @param gpuLayers negative for all
 * @param thinkingSampling while it thinks; null for the recommended one
 * @param answeringSampling without thinking; null for the recommended one
 */
public record ModelSettings(
        int contextSize,
        int yarnFactor,
        KvType kvType,
        int threads,
        int gpuLayers,
        @Nullable Sampling thinkingSampling,
        @Nullable Sampling answeringSampling) {

    /** What is recommended for every model. */
    public static final ModelSettings RECOMMENDED = new ModelSettings(0, 1, KvType.F16, 0, -1, null, null);

    public ModelSettings {
        if (contextSize < 0 || threads < 0) {
            throw new IllegalArgumentException("context and threads cannot be negative");
        }
        if (yarnFactor < 1 || yarnFactor > LoadRequest.MOST_YARN) {
            throw new IllegalArgumentException("YaRN does not stretch " + yarnFactor + " times");
        }
    }

    /** The load of a file with these settings. */
    public LoadRequest loadOf(Path model) {
        return LoadRequest.of(model)
                .withContextSize(contextSize)
                .withYarnFactor(yarnFactor)
                .withKvType(kvType)
                .withThreads(threads)
                .withGpuLayers(gpuLayers);
    }
}
