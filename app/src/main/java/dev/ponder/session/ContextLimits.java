package dev.ponder.session;

import dev.ponder.engine.KvType;
import dev.ponder.gguf.Architecture;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.MemoryArithmetic;
import dev.ponder.gguf.TensorType;
import dev.ponder.qwen.TemplateKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a context a model can have, and what it costs.
 *
 * @param nativeTokens the context that its file declares
 * @param bytesPerToken of the KV cache, by the element types that its heads allow
 * @param yarnFactors how many times YaRN may stretch the context, smallest first; empty where the model's makers do not
 *     offer it
 */
public record ContextLimits(int nativeTokens, Map<KvType, Long> bytesPerToken, List<Integer> yarnFactors) {

    /** Theta of the Qwen3 models of April 2025; those of July, which reach farther by themselves, have a larger one. */
    private static final double FIRST_THETA = 1e6;

    /** Declared by the first Qwen3 models: 32,768 for the reply and 8,192 for the prompt; some files name the former. */
    private static final int LONGEST_DECLARED = 40_960;

    /** Qwen3-4B's width: the dense models below it are not made for YaRN. */
    private static final int LEAST_WIDTH = 2_560;

    public ContextLimits {
        bytesPerToken = Map.copyOf(bytesPerToken);
        yarnFactors = List.copyOf(yarnFactors);
    }

    /** The limits of a model by its file alone, whatever it is called. */
    public static ContextLimits of(Architecture architecture, TemplateKind template) {
        return new ContextLimits(architecture.contextLength(), costs(architecture), factors(architecture, template));
    }

    private static List<Integer> factors(Architecture architecture, TemplateKind template) {
        boolean hybrid = template == TemplateKind.HYBRID_V1 || template == TemplateKind.HYBRID_V2;
        boolean first = architecture.rope().base() == FIRST_THETA
                && architecture.rope().factor() == 1
                && architecture.contextLength() <= LONGEST_DECLARED;
        boolean large = architecture.experts() != null || architecture.embeddingLength() >= LEAST_WIDTH;
        return hybrid && first && large ? List.of(2, 4) : List.of();
    }

    private static Map<KvType, Long> costs(Architecture architecture) {
        var costs = new EnumMap<KvType, Long>(KvType.class);
        for (var type : KvType.values()) {
            var element =
                    switch (type) {
                        case F16 -> TensorType.F16;
                        case Q8_0 -> TensorType.Q8_0;
                    };
            cost(architecture, element).ifPresent(bytes -> costs.put(type, bytes));
        }
        return costs;
    }

    /** Empty where the heads do not fill whole blocks of the type, which then cannot be chosen. */
    private static Optional<Long> cost(Architecture architecture, TensorType element) {
        try {
            return Optional.of(MemoryArithmetic.kvBytesPerToken(architecture, element, element));
        } catch (GgufException _) {
            return Optional.empty();
        }
    }
}
