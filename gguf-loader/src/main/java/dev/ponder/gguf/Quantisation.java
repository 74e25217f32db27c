package dev.ponder.gguf;

import java.util.EnumMap;
import java.util.Map;

/**
 * How the weights of a model are stored.
 *
 * @param label what people call it, for example {@code Q4_K_M}
 * @param guessed whether the file does not say and the label was taken from the type of most weights
 * @param parameters number of weights, summed over all tensors
 * @param weightBytes bytes of all tensors
 * @param parametersByType number of weights of each type
 */
public record Quantisation(
        String label, boolean guessed, long parameters, long weightBytes, Map<TensorType, Long> parametersByType) {

    public Quantisation {
        parametersByType = Map.copyOf(parametersByType);
    }

    /** Mean bits of a weight; 0 for a file without weights. */
    public double bitsPerWeight() {
        return parameters == 0 ? 0 : 8.0 * weightBytes / parameters;
    }

    static Quantisation of(GgufModel model) throws GgufException {
        var byType = new EnumMap<TensorType, Long>(TensorType.class);
        long bytes = 0;
        for (var tensor : model.tensors()) {
            // no sum overflows: the data of every tensor lies inside a file
            byType.merge(tensor.type(), tensor.elements(), Long::sum);
            bytes += tensor.bytes();
        }
        var parameters = byType.values().stream().mapToLong(Long::longValue).sum();
        var named = FileType.of(model.metadata().whole("general.file_type").orElse(-1));
        var label = named.isPresent() ? named.get().label() : dominant(byType);
        return new Quantisation(label, named.isEmpty(), parameters, bytes, byType);
    }

    private static String dominant(Map<TensorType, Long> byType) {
        return byType.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().name())
                .orElse("none");
    }
}
