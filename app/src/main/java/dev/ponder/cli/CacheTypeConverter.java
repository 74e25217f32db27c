package dev.ponder.cli;

import dev.ponder.gguf.TensorType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads any element type that llama.cpp has for a KV cache by its name. */
final class CacheTypeConverter implements ITypeConverter<TensorType> {

    private static final List<TensorType> TYPES = List.of(
            TensorType.F32,
            TensorType.F16,
            TensorType.BF16,
            TensorType.Q8_0,
            TensorType.Q5_1,
            TensorType.Q5_0,
            TensorType.Q4_1,
            TensorType.Q4_0,
            TensorType.IQ4_NL);

    @Override
    public TensorType convert(String typed) {
        return TYPES.stream()
                .filter(type -> type.label().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + typed + "' is not a KV cache type ("
                        + TYPES.stream().map(TensorType::label).collect(Collectors.joining(", ")) + ")"));
    }
}
